"use client";
import type { RunRow } from "@greenroom/provisioning/schema";
import { Duration, RelativeTime, Table, Td, TextLink, Th, Tr } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { useSay } from "../../i18n/use-error-text";
import { RunStatusBadge } from "./run-status";
import { WaitingText } from "./waiting-text";

/** Runs as rows: what, for which environment, in which state and why it waits or failed. */
export function RunTable({
  rows,
  label,
  placeOf,
  isOfOneEnvironment = false,
}: {
  rows: readonly RunRow[];
  label: string;
  /** Place in the queue, 1 for the next; absent for lists that are no queue. */
  placeOf?: (run: RunRow) => number | null;
  /** The page is about one environment: its name and team need no telling. */
  isOfOneEnvironment?: boolean;
}) {
  const t = useTranslations("runs");
  const kinds = useTranslations("runKinds");
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t("columns.run")}</Th>
          <Th>{t("columns.status")}</Th>
          <Th className="hidden md:table-cell">{t("columns.why")}</Th>
          <Th className="hidden lg:table-cell">{t("columns.by")}</Th>
          <Th isNumeric className="hidden sm:table-cell">
            {t("columns.queued")}
          </Th>
          <Th isNumeric>{t("columns.duration")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((run) => {
          const place = placeOf?.(run) ?? null;
          return (
            <Tr key={run.id}>
              <Td>
                <TextLink href={`/runs/${run.id}`} className="whitespace-nowrap">
                  #{run.number} {kinds(run.kind)}
                </TextLink>
                {isOfOneEnvironment ? null : (
                  <div className="text-ink-muted text-xs">
                    {run.environmentName} · {run.team.name}
                  </div>
                )}
              </Td>
              <Td>
                <RunStatusBadge status={run.status} />
                {place ? <div className="mt-0.5 text-ink-muted text-xs">{t("place", { place })}</div> : null}
              </Td>
              <Td className="hidden max-w-sm md:table-cell">
                <RunReason run={run} />
              </Td>
              <Td className="hidden lg:table-cell">{run.actor?.name ?? t("greenroom")}</Td>
              <Td isNumeric className="hidden sm:table-cell">
                <RelativeTime value={run.queuedAt} />
              </Td>
              <Td isNumeric>{run.startedAt ? <Duration from={run.startedAt} to={run.finishedAt} /> : "–"}</Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function RunReason({ run }: { run: RunRow }) {
  const say = useSay();
  if (run.waiting) return <WaitingText waiting={run.waiting} />;
  if (run.failure) return <span className="line-clamp-2 text-bad">{say(run.failure.message)}</span>;
  return <span className="text-ink-muted">–</span>;
}
