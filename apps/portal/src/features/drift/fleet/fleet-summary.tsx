"use client";
import type { DriftState } from "@greenroom/drift/lifecycle";
import type { FleetSummary } from "@greenroom/drift/schema";
import { Card, cn, RelativeTime, setStyle, Table, Td, TextLink, Th, Tr } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { DriftStateBadge } from "../../../modules/drift/drift-state";

/** In the order of the bar, what needs somebody first. */
const BAR = [
  ["DRIFTED", "bg-attention"],
  ["NOT_CHECKED", "bg-line-strong"],
  ["IN_SYNC", "bg-good"],
] as const satisfies readonly (readonly [DriftState, string])[];

/** How many environments are in which state, what has drifted longest, and which types drift most. */
export function FleetSummaryCards({ summary }: { summary: FleetSummary }) {
  const t = useTranslations("fleetDrift");
  const { types } = summary;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
      <Card title={t("states")}>
        <StateBar summary={summary} />
      </Card>
      <section className="grid min-w-0 content-start gap-2">
        <h2 className="font-semibold">{t("types.title")}</h2>
        {types.length === 0 ? (
          <p className="text-ink-muted">{t("types.none")}</p>
        ) : (
          <Table label={t("types.title")}>
            <thead>
              <tr>
                <Th>{t("types.type")}</Th>
                <Th isNumeric>{t("types.environments")}</Th>
                <Th isNumeric>{t("types.resources")}</Th>
              </tr>
            </thead>
            <tbody>
              {types.map(({ resourceType, environments, resources }) => (
                <Tr key={resourceType}>
                  <Td className="break-all font-mono text-sm">{resourceType}</Td>
                  <Td isNumeric>{environments}</Td>
                  <Td isNumeric>{resources}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </section>
    </div>
  );
}

/** The bar is for the eye; the counts below it say the same. */
function StateBar({ summary: { states, oldest, checkedAt } }: { summary: FleetSummary }) {
  const t = useTranslations("fleetDrift");
  const all = BAR.reduce((sum, [state]) => sum + states[state], 0);
  return (
    <div className="grid gap-3">
      <div aria-hidden className="flex h-3 gap-px overflow-hidden rounded-full bg-sunken">
        {BAR.map(([state, colour]) => (
          <div
            key={state}
            className={cn("shrink-0", colour)}
            ref={setStyle({ width: `${(states[state] / all) * 100}%` })}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-2">
        {BAR.map(([state]) => (
          <li key={state} className="flex items-center gap-1.5">
            <DriftStateBadge state={state} />
            <span className="tabular-nums">{t("ofAll", { count: states[state], all })}</span>
          </li>
        ))}
      </ul>
      <p>
        {oldest
          ? t.rich("oldest", {
              of: () => <TextLink href={`/environments/${oldest.id}`}>{oldest.name}</TextLink>,
              when: () => <RelativeTime value={oldest.seenAt} />,
            })
          : t("noneOpen")}
      </p>
      <p className="text-ink-muted text-sm">
        {checkedAt
          ? t.rich("lastCheck", { when: () => <RelativeTime value={checkedAt} /> })
          : t("neverChecked")}
      </p>
    </div>
  );
}
