"use client";
import { Card, RelativeTime, TextLink } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Diff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client";

const SHOWN = 5;
const REFRESH_MS = 60_000;

/** Drifted environments of the reader's teams, and what was ignored until now; absent when there are none. */
export function MyDrift() {
  const t = useTranslations("fleetDrift");
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.drift.list.queryOptions({ state: "DRIFTED", isMine: true, limit: SHOWN }),
    refetchInterval: REFRESH_MS,
  });
  const rows = query.data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <Diff aria-hidden className="size-4 text-attention" />
          {t("mine")}
        </span>
      }
      aside={query.data?.nextCursor ? <TextLink href="/drift?state=DRIFTED">{t("showAll")}</TextLink> : null}
    >
      <ul className="grid gap-2">
        {rows.map(({ id, name, driftedCount, oldestSeenAt, endedIgnores }) => (
          <li key={id} className="grid gap-0.5">
            <span className="flex flex-wrap justify-between gap-x-2">
              <TextLink href={`/environments/${id}`}>{name}</TextLink>
              <span className="text-ink-muted">
                {t("drifted", { count: driftedCount })}
                {oldestSeenAt ? (
                  <>
                    {" · "}
                    <RelativeTime value={oldestSeenAt} />
                  </>
                ) : null}
              </span>
            </span>
            {endedIgnores > 0 ? (
              <span className="text-attention text-sm">{t("ended", { count: endedIgnores })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
