"use client";
import type { DriftState } from "@greenroom/drift/lifecycle";
import type { EnvironmentRow } from "@greenroom/environments/schema";
import { Table, Td, TextLink, Th, Tr } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { DriftStateBadge } from "../../modules/drift/drift-state";
import { useDriftStates } from "../../modules/drift/use-drift-states";
import { HealthBadge } from "../../modules/health/health-badge";
import { useHealth } from "../../modules/health/use-health";
import { EnvironmentMonthlyCost } from "./environment-monthly-cost";
import { EnvironmentStatusBadge } from "./environment-status";
import { TimeLeft } from "./time-left";

/** Environments as rows: state, with the drift of those that are ready, place, price, time left. */
export function EnvironmentTable({ rows, label }: { rows: readonly EnvironmentRow[]; label: string }) {
  const t = useTranslations("environments");
  const stages = useTranslations("stages");
  const drift = useDriftStates(rows.flatMap(({ id, status }) => (status === "READY" ? [id] : [])));
  const health = useHealth(rows);
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
              <div className="flex flex-col items-start gap-1">
                <EnvironmentStatusBadge status={row.status} />
                <HealthBadge state={health.get(row.id)} />
                <Drift state={row.status === "READY" ? drift.get(row.id) : undefined} />
              </div>
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

const Drift = ({ state }: { state: DriftState | undefined }) =>
  state ? <DriftStateBadge state={state} /> : null;
