"use client";
import type { RequestRow } from "@greenroom/requests/schema";
import { RelativeTime, Table, Td, TextLink, Th, Tr } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { useRequestName } from "../../modules/requests/use-request-name";
import { PriceChange } from "./price/price-change";
import { RequestStatusBadge } from "./request-status";

/** Requests as rows: who asks for what, in which state, at what price. */
export function RequestTable({ rows, label }: { rows: readonly RequestRow[]; label: string }) {
  const t = useTranslations("requests");
  const requestName = useRequestName();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t("columns.request")}</Th>
          <Th>{t("columns.status")}</Th>
          <Th className="hidden sm:table-cell">{t("columns.requester")}</Th>
          <Th isNumeric className="hidden md:table-cell">
            {t("columns.price")}
          </Th>
          <Th isNumeric>{t("columns.asked")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <TextLink href={`/requests/${row.id}`}>{requestName(row)}</TextLink>
              <div className="text-ink-muted text-xs">{row.team.name}</div>
            </Td>
            <Td>
              <RequestStatusBadge status={row.status} />
            </Td>
            <Td className="hidden sm:table-cell">{row.requester.name}</Td>
            <Td isNumeric className="hidden md:table-cell">
              <PriceChange
                before={row.monthlyCostBeforeUsd}
                after={row.monthlyCostUsd}
                isBeforeAtLeast={row.isCostBeforeAtLeast}
                isAfterAtLeast={row.isCostAtLeast}
              />
            </Td>
            <Td isNumeric>
              <RelativeTime value={row.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
