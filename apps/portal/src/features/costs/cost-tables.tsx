"use client";
import type { CostDashboard, CostGroup, EnvironmentCostRow } from "@greenroom/costs/schema";
import { Money, Table, Td, TextLink, Th, Tr } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MoneyDifference } from "../../modules/costs/money-difference";
import { MonthlyCost } from "../../modules/costs/monthly-cost";
import { CostChange } from "./cost-change";
import { useMonthText, usePeriodText } from "./month-text";

interface Compared {
  usd: string;
  previousUsd: string;
  dailyChangePercent: string | null;
}

/** A titled table of the page. */
export function CostSection({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="grid min-w-0 content-start gap-2">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {note ? <p className="text-ink-muted text-sm">{note}</p> : null}
      </div>
      {children}
    </section>
  );
}

function Amounts({ row }: { row: Compared }) {
  return (
    <>
      <Td isNumeric>
        <Money usd={row.usd} />
        <div className="sm:hidden">
          <CostChange percent={row.dailyChangePercent} usd={row.usd} />
        </div>
      </Td>
      <Td isNumeric className="hidden sm:table-cell">
        <Money usd={row.previousUsd} />
      </Td>
      <Td isNumeric className="hidden sm:table-cell">
        <CostChange percent={row.dailyChangePercent} usd={row.usd} />
      </Td>
    </>
  );
}

/** What the figures are of: the month, the month before, and the change of a day's mean between them. */
function AmountHeads({ view }: { view: CostDashboard }) {
  const t = useTranslations("costs");
  const monthText = useMonthText();
  const periodText = usePeriodText();
  const firstDay = `${view.month}-01`;
  const isUnderWay = view.isCurrentMonth && view.measuredUntil !== null && view.measuredUntil >= firstDay;
  return (
    <>
      <Th isNumeric>
        {isUnderWay ? periodText(firstDay, view.measuredUntil ?? firstDay) : monthText(view.month)}
        <div className="sm:hidden">{t("columns.change")}</div>
      </Th>
      <Th isNumeric className="hidden sm:table-cell">
        {monthText(view.previousMonth)}
      </Th>
      <Th isNumeric className="hidden sm:table-cell">
        {t("columns.change")}
      </Th>
    </>
  );
}

/** Costs by team, stage or service: the most expensive, and all others as one. */
export function CostGroupTable({
  view,
  group,
  title,
  head,
  nameOf = (row) => row.name,
}: {
  view: CostDashboard;
  group: CostGroup;
  title: string;
  head: string;
  nameOf?: (row: CostGroup["rows"][number]) => ReactNode;
}) {
  const t = useTranslations("costs");
  if (group.rows.length === 0) return null;
  return (
    <CostSection title={title}>
      <Table label={title}>
        <thead>
          <tr>
            <Th>{head}</Th>
            <AmountHeads view={view} />
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <Tr key={row.key}>
              <Td className="min-w-28">{nameOf(row)}</Td>
              <Amounts row={row} />
            </Tr>
          ))}
          {group.rest ? (
            <Tr>
              <Td className="text-ink-muted">{t("others", { count: group.rest.count })}</Td>
              <Amounts row={group.rest} />
            </Tr>
          ) : null}
        </tbody>
      </Table>
    </CostSection>
  );
}

function EnvironmentName({ row, children }: { row: EnvironmentCostRow; children?: ReactNode }) {
  const stages = useTranslations("stages");
  const statuses = useTranslations("environmentStatus");
  return (
    <>
      <TextLink href={`/environments/${row.environmentId}`}>{row.name}</TextLink>
      <div className="text-ink-muted text-xs">
        {row.teamName} · {stages(row.stage)}
        {row.status === "DESTROYED" ? ` · ${statuses("DESTROYED")}` : ""}
      </div>
      {children}
    </>
  );
}

/** The most expensive environments, and all others as one. */
export function EnvironmentCostTable({ view }: { view: CostDashboard }) {
  const t = useTranslations("costs");
  const monthText = useMonthText();
  const { rows, rest } = view.environments;
  if (rows.length === 0) return null;
  return (
    <CostSection title={t("byEnvironment")}>
      <Table label={t("byEnvironment")}>
        <thead>
          <tr>
            <Th>{t("columns.environment")}</Th>
            <AmountHeads view={view} />
            <Th isNumeric className="hidden md:table-cell">
              {t("columns.expected")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.environmentId}>
              <Td className="sm:min-w-36">
                <EnvironmentName row={row}>
                  <p className="text-ink-muted text-xs sm:hidden">
                    {monthText(view.previousMonth)}: <Money usd={row.previousUsd} />
                  </p>
                  {row.expectedUsd === null ? null : (
                    <p className="text-ink-muted text-xs md:hidden">
                      {t("columns.expected")}:{" "}
                      <MonthlyCost usd={row.expectedUsd} isAtLeast={row.isExpectedAtLeast} />
                    </p>
                  )}
                </EnvironmentName>
              </Td>
              <Amounts row={row} />
              <Td isNumeric className="hidden md:table-cell">
                {row.expectedUsd === null ? (
                  "–"
                ) : (
                  <MonthlyCost usd={row.expectedUsd} isAtLeast={row.isExpectedAtLeast} />
                )}
              </Td>
            </Tr>
          ))}
          {rest ? (
            <Tr>
              <Td className="text-ink-muted">{t("others", { count: rest.count })}</Td>
              <Amounts row={rest} />
              <Td className="hidden md:table-cell" />
            </Tr>
          ) : null}
        </tbody>
      </Table>
    </CostSection>
  );
}

/** The environments whose mean day changed most since the month before. */
export function MoversTable({ view }: { view: CostDashboard }) {
  const t = useTranslations("costs");
  if (view.movers.length === 0) return null;
  return (
    <CostSection title={t("movers")} note={t("moversNote")}>
      <Table label={t("movers")}>
        <thead>
          <tr>
            <Th>{t("columns.environment")}</Th>
            <Th isNumeric>
              {t("columns.changeUsd")}
              <div className="sm:hidden">{t("columns.change")}</div>
            </Th>
            <Th isNumeric className="hidden sm:table-cell">
              {t("columns.change")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {view.movers.map((row) => (
            <Tr key={row.environmentId}>
              <Td className="sm:min-w-36">
                <EnvironmentName row={row} />
              </Td>
              <Td isNumeric>
                <MoneyDifference usd={row.dailyChangeUsd} period={t("perDay")} />
                <div className="sm:hidden">
                  <CostChange percent={row.dailyChangePercent} usd={row.usd} />
                </div>
              </Td>
              <Td isNumeric className="hidden sm:table-cell">
                <CostChange percent={row.dailyChangePercent} usd={row.usd} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </CostSection>
  );
}

/** What the environments of each team are estimated to cost. */
export function ExpectedTable({ view }: { view: CostDashboard }) {
  const t = useTranslations("costs");
  const { teams } = view.expected;
  if (teams.length === 0) return null;
  return (
    <CostSection title={t("expectedByTeam")} note={t("expectedNote")}>
      <Table label={t("expectedByTeam")}>
        <thead>
          <tr>
            <Th>{t("columns.team")}</Th>
            <Th isNumeric>{t("columns.environments")}</Th>
            <Th isNumeric>{t("columns.expected")}</Th>
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <Tr key={team.teamId}>
              <Td>{team.name}</Td>
              <Td isNumeric>{team.environmentCount}</Td>
              <Td isNumeric>
                <MonthlyCost usd={team.monthlyUsd} isAtLeast={team.isAtLeast} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </CostSection>
  );
}
