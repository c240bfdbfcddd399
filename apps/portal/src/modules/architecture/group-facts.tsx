"use client";
import type { ArchitectureStack, ArchitectureView } from "@greenroom/provisioning/schema";
import { useLocale, useTranslations } from "next-intl";
import { type Group, pricedMembers } from "./diagram";
import type { Marks } from "./marks";
import { MarkBadges, PartCost, useStackTitle } from "./node-parts";
import { countedKind, kindName } from "./resource-kinds";

/** What a group of resources is, needs and costs, in words: every fact that the drawing shows of it. */
export function GroupFacts({
  view,
  stack,
  group,
  marks,
}: {
  view: ArchitectureView;
  stack: ArchitectureStack;
  group: Group;
  marks: Marks;
}) {
  const t = useTranslations("architecture");
  const title = useStackTitle();
  const nameOf = useGroupName();
  const index = stack.groups.indexOf(group);
  const marked = marks.resources[stack.key] ?? {};
  const isOne = group.members.length === 1;
  const titleOf = (key: string) => {
    const other = view.stacks.find((candidate) => candidate.key === key);
    return other ? title(other) : key;
  };
  const readers = stack.groups.filter(({ needs }) => needs.some((need) => need.group === index));
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{nameOf(group)}</span>
        <span className="break-all text-ink-muted text-xs">{group.type}</span>
        <span className="ml-auto text-sm">
          <PartCost {...pricedMembers({ stack, group })} />
        </span>
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {group.members.map((id) => (
          <li key={id} className="inline-flex flex-wrap items-center gap-x-2">
            <span className="break-all font-mono text-sm">{id}</span>
            <MarkBadges marks={[marked[id]]} isCounted={false} />
            {isOne ? null : (
              <span className="text-ink-muted text-sm">
                <PartCost
                  costs={stack.costs.resources[id] ? [stack.costs.resources[id]] : []}
                  unpricedCount={0}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {group.reads.map(({ source, outputs }) => (
        <p key={source} className="text-ink-muted text-sm">
          {t("readsFrom", { stack: titleOf(source), outputs: outputs.join(", ") })}
        </p>
      ))}
      {group.needs.length > 0 ? (
        <p className="text-ink-muted text-sm">
          {t("needs", { names: group.needs.map((need) => nameOf(stack.groups[need.group])).join(", ") })}
        </p>
      ) : null}
      {readers.length > 0 ? (
        <p className="text-ink-muted text-sm">{t("neededBy", { names: readers.map(nameOf).join(", ") })}</p>
      ) : null}
    </div>
  );
}

/** "Subnet PublicSubnet1" is told by its kind and id, several by their kind and number. */
function useGroupName(): (group: Group | undefined) => string {
  const locale = useLocale();
  return (group) => {
    if (!group) return "";
    const { type, members } = group;
    return members.length === 1 ? kindName(type, locale) : countedKind(type, members.length, locale);
  };
}
