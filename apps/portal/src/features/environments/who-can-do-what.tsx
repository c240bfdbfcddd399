"use client";
import type { EnvironmentView } from "@greenroom/environments/schema";
import { holderOf, type Permission, roleIn, rolesThatMay } from "@greenroom/identity/permissions";
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
  const mine = me ? roleIn(holderOf(me), environment.team.id) : null;
  return (
    <Card title={t("title")} aside={mine ? <Badge>{t("you", { role: roles(mine) })}</Badge> : null}>
      <dl className="grid gap-2">
        {SHOWN.map((permission) => {
          const holders = rolesThatMay(permission, "others");
          const isStarterToo = rolesThatMay(permission, "own").length > holders.length;
          return (
            <div key={permission}>
              <dt className="font-medium text-sm">{t(KEYS[permission])}</dt>
              <dd className="text-ink-muted text-sm">
                {holders.map((role) => roles(role)).join(", ")}
                {isStarterToo ? `, ${t("starter")}` : ""}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-3 text-ink-muted text-sm">{t("note", { team: environment.team.name })}</p>
    </Card>
  );
}
