"use client";
import { componentMessage } from "@greenroom/pricing/schema";
import { Card, Money, Table, Td, Th, Tr } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useSay } from "../../../i18n/use-error-text";
import { MonthlyCost } from "../../../modules/costs/monthly-cost";
import { useTRPC } from "../../../trpc/client";

/** What discounts take off an environment's estimate, by whose rule; nothing where none applies. */
export function EnvironmentDiscounts({ environmentId }: { environmentId: string }) {
  const t = useTranslations("discounts");
  const say = useSay();
  const trpc = useTRPC();
  const view = useQuery(trpc.costs.discountsOfEnvironment.queryOptions({ environmentId })).data;
  if (!view || view.lines.length === 0) return null;
  return (
    <Card title={t("title")}>
      <p className="mb-3">
        {t.rich("ofEnvironment", {
          list: () => <MonthlyCost usd={view.listUsd} />,
          discounted: () => <MonthlyCost usd={view.discountedUsd} className="font-semibold" />,
        })}
      </p>
      <Table label={t("charges")}>
        <thead>
          <tr>
            <Th>{t("charge")}</Th>
            <Th isNumeric>{t("list")}</Th>
            <Th isNumeric>{t("discounted")}</Th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <Tr key={`${line.service} ${line.name}`}>
              <Td className="min-w-40">
                {say(componentMessage(line.name))}
                {line.rules.map(({ name, ownerName, percent, usd }) => (
                  <div key={name} className="text-ink-muted text-xs">
                    {t("byRule", { name, percent, owner: ownerName })}: −<Money usd={usd} />
                  </div>
                ))}
              </Td>
              <Td isNumeric>
                <Money usd={line.listUsd} />
              </Td>
              <Td isNumeric>
                <Money usd={line.discountedUsd} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
