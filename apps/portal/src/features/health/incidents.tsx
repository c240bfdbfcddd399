"use client";
import type { EnvironmentHealthView } from "@greenroom/health/schema";
import { Duration, RelativeTime, Table, Td, Th, Tr } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { useCauseText } from "./use-cause-text";

interface Props {
  incidents: EnvironmentHealthView["incidents"];
  days: number;
}

/** When it was not well: from what to what, because of which check, how long. */
export function Incidents({ incidents, days }: Props) {
  const t = useTranslations("health");
  const states = useTranslations("health.states");
  const causeText = useCauseText();
  if (incidents.length === 0) return <p className="text-ink-muted">{t("noIncidents", { days })}</p>;
  return (
    <details open={incidents.some(({ endedAt }) => endedAt === null)}>
      <summary className="cursor-pointer">{t("incidents", { count: incidents.length, days })}</summary>
      <Table label={t("columns.label")}>
        <thead>
          <tr>
            <Th>{t("columns.change")}</Th>
            <Th>{t("columns.cause")}</Th>
            <Th>{t("columns.started")}</Th>
            <Th isNumeric>{t("columns.lasted")}</Th>
          </tr>
        </thead>
        <tbody>
          {incidents.map(({ id, from, state, to, cause, startedAt, endedAt }) => (
            <Tr key={id}>
              <Td className="min-w-36 align-top">
                {t("change", { from: states(from), to: states(state) })}
                <div className="text-ink-muted text-xs">
                  {to ? t("ended", { to: states(to) }) : t("ongoing")}
                </div>
              </Td>
              <Td className="min-w-40 break-words align-top">{causeText(cause)}</Td>
              <Td className="align-top">
                <RelativeTime value={startedAt} />
              </Td>
              <Td isNumeric className="align-top">
                <Duration from={startedAt} to={endedAt} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
