import { listUsersByIds } from "@greenroom/identity";
import { may, visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { LISTED_ANOMALIES } from "../limits";
import type { AnomalyView, ListAnomaliesInput } from "../schema";

interface AnomalyRow extends Omit<AnomalyView, "dismissed" | "canDismiss"> {
  dismissedAt: Date | null;
  dismissedById: string | null;
  dismissedReason: string | null;
}

/** Days of the actor's teams' environments that cost more than expected, the newest day first. */
export async function listAnomalies(
  { db }: { db: Database },
  actor: Actor,
  { environmentId, includeDismissed }: ListAnomaliesInput,
): Promise<AnomalyView[]> {
  const teamIds = visibleTeamIds(actor);
  const rows = await db.$queryRaw<AnomalyRow[]>`
    SELECT a."environmentId", e."name" AS "environmentName", e."teamId", a."day"::text AS "day", a."service", a."component",
      trim_scale(a."usd")::text AS "usd", trim_scale(a."expectedUsd")::text AS "expectedUsd", a."foundAt",
      a."dismissedAt", a."dismissedById", a."dismissedReason"
    FROM "CostAnomaly" a JOIN "Environment" e ON e."id" = a."environmentId"
    WHERE (${teamIds === null} OR e."teamId" = ANY(${teamIds ?? []}::text[]))
      AND (${environmentId ?? null}::text IS NULL OR a."environmentId" = ${environmentId ?? null}::text)
      AND (${includeDismissed} OR a."dismissedAt" IS NULL)
    ORDER BY a."day" DESC, a."usd" DESC LIMIT ${LISTED_ANOMALIES}::int`;
  const users = await listUsersByIds(
    db,
    rows.flatMap(({ dismissedById }) => dismissedById ?? []),
  );
  return rows.map(({ dismissedAt, dismissedById, dismissedReason, ...row }) => ({
    ...row,
    dismissed: dismissedAt && {
      at: dismissedAt,
      byName: users.get(dismissedById ?? "")?.name ?? "",
      reason: dismissedReason ?? "",
    },
    canDismiss: dismissedAt === null && may(actor, "anomaly.dismiss", { teamId: row.teamId }),
  }));
}
