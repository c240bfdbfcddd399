"use client";
import type { EnvironmentView } from "@greenroom/environments/schema";
import { blueprintText, findBlueprint, parseSpec } from "@greenroom/infra-templates/catalog";
import { Badge, Card, CopyText, EmptyState, RelativeTime } from "@greenroom/ui";
import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { StackDashboard } from "../../modules/dashboards/dashboard-links";
import { OutwardLink } from "../../modules/dashboards/outward-link";

type Stack = EnvironmentView["stacks"][number];

/** The stacks in the order they are built, each with its resources and outputs. */
export function EnvironmentStacks({ environment }: { environment: EnvironmentView }) {
  const t = useTranslations("environment");
  const emptyKey = environment.status === "DESTROYED" ? "allGone" : "noStacks";
  return (
    <Card title={t("stacks")} isFlush>
      {environment.stacks.length === 0 ? (
        <div className="p-4">
          <EmptyState title={t(`${emptyKey}.title`)}>{t(`${emptyKey}.body`)}</EmptyState>
        </div>
      ) : (
        <ol>
          {environment.stacks.map((stack) => (
            <li key={stack.key} className="border-t first:border-t-0">
              <StackRow stack={stack} environment={environment} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function StackRow({ stack, environment }: { stack: Stack; environment: EnvironmentView }) {
  const t = useTranslations("environment");
  const description = useStackDescription(environment, stack.key);
  const outputs = Object.entries(stack.outputs);
  return (
    <details className="group">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 hover:bg-sunken">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
        />
        <span className="font-medium">{description?.title ?? stack.key}</span>
        <span className="break-all font-mono text-ink-muted text-sm">{stack.stackName}</span>
        <span className="ml-auto flex items-center gap-2 text-ink-muted text-sm">
          {t("resources", { count: stack.resourceCount })}
          {stack.deployedAt ? <RelativeTime value={stack.deployedAt} /> : <Badge>{t("notDeployed")}</Badge>}
        </span>
      </summary>
      <div className="grid gap-3 border-t bg-canvas px-4 py-3">
        {description ? <p className="text-ink-muted">{description.summary}</p> : null}
        <p className="flex flex-wrap gap-x-4 gap-y-1.5 empty:hidden">
          <StackDashboard stack={stack.key} dashboards={environment.dashboards} />
          {stack.consoleUrl ? <OutwardLink href={stack.consoleUrl}>{t("openInConsole")}</OutwardLink> : null}
        </p>
        {outputs.length === 0 ? (
          <p className="text-ink-muted">{t("noOutputs")}</p>
        ) : (
          <dl className="grid gap-2">
            {outputs.map(([name, value]) => (
              <div key={name}>
                <dt className="text-ink-muted text-sm">{name}</dt>
                <dd>
                  <CopyText text={value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </details>
  );
}

function useStackDescription(environment: EnvironmentView, key: string) {
  const locale = useLocale();
  const model = findBlueprint(environment.blueprint);
  if (!model?.specSchema.safeParse(environment.spec).success) return null;
  const stack = model.stacks(parseSpec(model, environment.spec)).find((candidate) => candidate.key === key);
  return stack
    ? { title: blueprintText(stack.title, locale), summary: blueprintText(stack.summary, locale) }
    : null;
}
