"use client";
import type { DiscountRuleView } from "@greenroom/costs/schema";
import { Badge, Button, Card, Skeleton, Table, Td, Th, Tr } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { QueryView } from "../../../trpc/query-view";

const DiscountDialog = dynamic(() => import("./discount-dialog"));

/** Which discounts of list prices there are and whose, with the way to set them for those who may. */
export function Discounts() {
  const t = useTranslations("discounts");
  const trpc = useTRPC();
  const query = useQuery(trpc.costs.discounts.queryOptions());
  const [editing, setEditing] = useState<{ rule: DiscountRuleView | null } | null>(null);
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-24" />}>
      {({ rules, choices }) => (
        <Card
          title={t("title")}
          aside={
            choices ? (
              <Button size="sm" onClick={() => setEditing({ rule: null })}>
                <Plus aria-hidden />
                {t("set")}
              </Button>
            ) : null
          }
        >
          {rules.length === 0 ? (
            <p className="text-ink-muted">{t(choices ? "emptyForSetters" : "empty")}</p>
          ) : (
            <DiscountTable rules={rules} onEdit={choices ? (rule) => setEditing({ rule }) : null} />
          )}
          {editing && choices ? (
            <DiscountDialog rule={editing.rule} choices={choices} onClose={() => setEditing(null)} />
          ) : null}
        </Card>
      )}
    </QueryView>
  );
}

function DiscountTable({
  rules,
  onEdit,
}: {
  rules: readonly DiscountRuleView[];
  onEdit: ((rule: DiscountRuleView) => void) | null;
}) {
  const t = useTranslations("discounts");
  return (
    <Table label={t("rules")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th isNumeric>{t("percent")}</Th>
          <Th className="hidden sm:table-cell">{t("owner")}</Th>
          <Th className="hidden sm:table-cell">{t("days")}</Th>
          {onEdit ? <Th>{t("change")}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <Tr key={rule.name}>
            <Td className="min-w-36">
              {rule.name} {rule.isActive ? null : <Badge tone="neutral">{t("notToday")}</Badge>}
              <div className="text-ink-muted text-xs">
                {rule.service} {rule.skuPrefix ? `“${rule.skuPrefix}…”` : ""} ·{" "}
                {rule.region ?? t("everyRegion")} · {rule.account?.name ?? t("everyAccount")}
              </div>
              <div className="text-ink-muted text-xs sm:hidden">{rule.ownerName}</div>
            </Td>
            <Td isNumeric>{rule.percent} %</Td>
            <Td className="hidden sm:table-cell">{rule.ownerName}</Td>
            <Td className="hidden whitespace-nowrap sm:table-cell">
              {rule.endsOn
                ? t("fromTo", { from: rule.startsOn, to: rule.endsOn })
                : t("from", { from: rule.startsOn })}
            </Td>
            {onEdit ? (
              <Td>
                <Button
                  size="sm"
                  aria-label={t("dialogOf", { name: rule.name })}
                  onClick={() => onEdit(rule)}
                >
                  <Pencil aria-hidden />
                </Button>
              </Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
