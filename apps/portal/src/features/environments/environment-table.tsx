"use client";
import type { EnvironmentRow } from "@greenroom/environments/schema";
import { Table, Td, TextLink, Th, Tr } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { EnvironmentMonthlyCost } from "./environment-monthly-cost";
import { EnvironmentStatusBadge } from "./environment-status";
import { TimeLeft } from "./time-left";

/** Environments as rows: state, place, price, time left. */
export function EnvironmentTable({ rows, label }: { rows: readonly EnvironmentRow[]; label: string }) {
  const t = useTranslations("environments");
  const stages = useTranslations("stages");
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t("columns.name")}</Th>
          <Th>{t("columns.status")}</Th>
          <Th className="hidden sm:table-cell">{t("columns.team")}</Th>
          <Th className="hidden lg:table-cell">{t("columns.stage")}</Th>
          <Th className="hidden lg:table-cell">{t("columns.region")}</Th>
          <Th isNumeric>{t("columns.cost")}</Th>
          <Th isNumeric className="hidden md:table-cell">
            {t("columns.timeLeft")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <TextLink href={`/environments/${row.id}`}>{row.name}</TextLink>
              <div className="text-ink-muted text-xs">{row.owner.name}</div>
            </Td>
            <Td>
              <EnvironmentStatusBadge status={row.status} />
            </Td>
            <Td className="hidden sm:table-cell">{row.team.name}</Td>
            <Td className="hidden lg:table-cell">{stages(row.stage)}</Td>
            <Td className="hidden lg:table-cell">{row.region}</Td>
            <Td isNumeric>
              <EnvironmentMonthlyCost environment={row} />
            </Td>
            <Td isNumeric className="hidden md:table-cell">
              <TimeLeft expiresAt={row.expiresAt} isGone={row.status === "DESTROYED"} isBuilt={row.isBuilt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
