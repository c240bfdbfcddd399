"use client";
import type { EnvironmentView } from "@greenroom/environments/schema";
import { PERMISSIONS, type Permission, ROLES, type Role } from "@greenroom/identity/schema";
import { Badge, Card } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client";

const SHOWN = [
  "environment.view",
  "request.create",
  "request.decide",
  "run.cancel",
  "run.retry",
] as const satisfies readonly Permission[];
const KEYS = {
  "environment.view": "view",
  "request.create": "ask",
  "request.decide": "decide",
  "run.cancel": "cancel",
  "run.retry": "retry",
} as const satisfies Record<(typeof SHOWN)[number], string>;

/** The permissions table in words, for this environment's team, with the reader's own role marked. */
export function WhoCanDoWhat({ environment }: { environment: EnvironmentView }) {
  const t = useTranslations("whoCan");
  const roles = useTranslations("roles");
  const trpc = useTRPC();
  const me = useQuery(trpc.identity.me.queryOptions()).data;
  const mine: Role | null = me?.isPlatformEngineer
    ? "PLATFORM_ENGINEER"
    : (me?.memberships.find((m) => m.team.id === environment.team.id)?.role ?? null);
  return (
    <Card title={t("title")} aside={mine ? <Badge>{t("you", { role: roles(mine) })}</Badge> : null}>
      <dl className="grid gap-2">
        {SHOWN.map((permission) => {
          const holders = ROLES.filter((role) =>
            (PERMISSIONS[permission].roles as readonly Role[]).includes(role),
          );
          return (
            <div key={permission}>
              <dt className="font-medium text-sm">{t(KEYS[permission])}</dt>
              <dd className="text-ink-muted text-sm">
                {holders.map((role) => roles(role)).join(", ")}
                {"ownerToo" in PERMISSIONS[permission] ? `, ${t("starter")}` : ""}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-3 text-ink-muted text-sm">{t("note", { team: environment.team.name })}</p>
    </Card>
  );
}
