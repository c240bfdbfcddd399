"use client";
import type { FleetRow } from "@greenroom/drift/schema";
import { RelativeTime, Table, Td, TextLink, Th, Tr } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { DriftStateBadge } from "../../../modules/drift/drift-state";

/** Environments as rows: state, what was counted, since when, and when it was last looked at. */
export function FleetTable({ rows, label }: { rows: readonly FleetRow[]; label: string }) {
  const t = useTranslations("fleetDrift");
  const stages = useTranslations("stages");
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t("columns.name")}</Th>
          <Th>{t("columns.state")}</Th>
          <Th className="hidden sm:table-cell">{t("columns.team")}</Th>
          <Th className="hidden lg:table-cell">{t("columns.stage")}</Th>
          <Th>{t("columns.resources")}</Th>
          <Th className="hidden sm:table-cell">{t("columns.oldest")}</Th>
          <Th className="hidden md:table-cell">{t("columns.checked")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <TextLink href={`/environments/${row.id}`}>{row.name}</TextLink>
            </Td>
            <Td>
              <DriftStateBadge state={row.state} />
              {row.endedIgnores > 0 ? (
                <div className="mt-1 text-attention text-xs">{t("ended", { count: row.endedIgnores })}</div>
              ) : null}
            </Td>
            <Td className="hidden sm:table-cell">{row.team.name}</Td>
            <Td className="hidden lg:table-cell">{stages(row.stage)}</Td>
            <Td className="min-w-28">
              {row.checkedAt
                ? t("counts", {
                    drifted: row.driftedCount,
                    inSync: Math.max(0, row.checkedCount - row.driftedCount),
                    notChecked: row.notCheckedCount,
                  })
                : "–"}
            </Td>
            <Td className="hidden sm:table-cell">
              {row.oldestSeenAt ? <RelativeTime value={row.oldestSeenAt} /> : "–"}
            </Td>
            <Td className="hidden md:table-cell">
              {row.checkedAt ? <RelativeTime value={row.checkedAt} /> : t("never")}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
