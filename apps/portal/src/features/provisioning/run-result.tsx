"use client";
import type { RunView } from "@greenroom/provisioning/schema";
import { Card, CopyText, LinkButton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client";

/** What has become of the environment. */
function outcomeOf({ kind, isCreate }: RunView) {
  if (kind !== "APPLY") return kind;
  return isCreate ? "CREATED" : "UPDATED";
}

/** What a successful run leaves behind: the environment with its outputs, or the plan in its request. */
export function RunResult({ run }: { run: RunView }) {
  const t = useTranslations("run");
  const trpc = useTRPC();
  const environment = useQuery({
    ...trpc.environments.get.queryOptions({ environmentId: run.environmentId ?? "" }),
    enabled: run.kind === "APPLY" && run.environmentId !== null,
  }).data;
  const outputs = (environment?.stacks ?? []).flatMap((stack) =>
    Object.entries(stack.outputs).map(([name, value]) => ({ id: `${stack.key}.${name}`, value })),
  );
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <CircleCheck aria-hidden className="size-4 text-good" />
          {t(`done.${outcomeOf(run)}`, { name: run.environmentName })}
        </span>
      }
      aside={
        run.kind === "PLAN" || !run.environmentId ? (
          <LinkButton size="sm" href={`/requests/${run.requestId}`}>
            {t("openRequest")}
          </LinkButton>
        ) : (
          <LinkButton size="sm" variant="primary" href={`/environments/${run.environmentId}`}>
            {t("openEnvironment")}
          </LinkButton>
        )
      }
    >
      {outputs.length > 0 ? (
        <details>
          <summary className="cursor-pointer font-medium">{t("outputs", { count: outputs.length })}</summary>
          <dl className="mt-2 grid gap-2">
            {outputs.map(({ id, value }) => (
              <div key={id}>
                <dt className="text-ink-muted text-sm">{id}</dt>
                <dd>
                  <CopyText text={value} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : (
        <p className="text-ink-muted">{t(`after.${run.kind}`)}</p>
      )}
    </Card>
  );
}
