"use client";
import type { DashboardLink } from "@greenroom/environments/schema";
import type { ArchitectureStack, ArchitectureView } from "@greenroom/provisioning/schema";
import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { StackDashboard } from "../dashboards/dashboard-links";
import { GroupFacts } from "./group-facts";
import type { Marks } from "./marks";
import { costOfStack, MarkBadges, PartCost, useStackTitle } from "./node-parts";
import { countedKind, countKinds } from "./resource-kinds";

/**
 * Everything the drawing shows, as a list: for narrow windows, for readers of lists, and for screen readers.
 */
export function ArchitectureList({
  view,
  marks,
  dashboards,
}: {
  view: ArchitectureView;
  marks: Marks;
  dashboards: readonly DashboardLink[];
}) {
  const t = useTranslations("architecture");
  const regions = [...new Set([view.homeRegion, ...view.stacks.map(({ region }) => region)])];
  return regions.map((region) => {
    const stacks = view.stacks.filter((stack) => stack.region === region);
    if (stacks.length === 0) return null;
    const name = region === view.homeRegion ? t("homeRegion", { region }) : region;
    return (
      <section key={region} aria-label={name} className="border-t first:border-t-0">
        {regions.length > 1 ? <h3 className="bg-sunken px-4 py-1 text-ink-muted text-sm">{name}</h3> : null}
        <ul>
          {stacks.map((stack) => (
            <li key={stack.key} className="border-t first:border-t-0">
              <StackItem view={view} stack={stack} marks={marks} dashboards={dashboards} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function StackItem({
  view,
  stack,
  marks,
  dashboards,
}: {
  view: ArchitectureView;
  stack: ArchitectureStack;
  marks: Marks;
  dashboards: readonly DashboardLink[];
}) {
  const t = useTranslations("architecture");
  const locale = useLocale();
  const title = useStackTitle();
  const kinds = countKinds(stack.groups);
  const titleOf = (key: string) => title(view.stacks.find((one) => one.key === key) ?? { key, title: null });
  return (
    <details className="group">
      <summary className="-outline-offset-2 grid cursor-pointer gap-1 px-3 py-2 hover:bg-sunken">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
          />
          <span className="font-medium">{title(stack)}</span>
          <MarkBadges marks={marks.stacks[stack.key] ?? []} isCounted={false} />
          <span className="ml-auto text-sm">
            <PartCost {...costOfStack(stack)} />
          </span>
        </span>
        <span className="pl-6 text-ink-muted text-sm">
          {kinds.map(({ type, count }) => countedKind(type, count, locale)).join(" · ")}
        </span>
        {view.links
          .filter(({ reader }) => reader === stack.key)
          .map(({ source, outputs }) => (
            <span key={source} className="pl-6 text-ink-muted text-sm">
              {outputs.length > 0
                ? t("readsFrom", { stack: titleOf(source), outputs: outputs.join(", ") })
                : t("comesAfter", { stack: titleOf(source) })}
            </span>
          ))}
      </summary>
      <p className="border-t bg-canvas px-4 py-2 pl-9 empty:hidden">
        <StackDashboard stack={stack.key} dashboards={dashboards} />
      </p>
      <ul className="border-t bg-canvas">
        {stack.groups.map((group) => (
          <li key={`${group.type} ${group.members[0]}`} className="border-t px-4 py-2 pl-9 first:border-t-0">
            <GroupFacts view={view} stack={stack} group={group} marks={marks} />
          </li>
        ))}
      </ul>
    </details>
  );
}
