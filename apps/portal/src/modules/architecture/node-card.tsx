"use client";
import type { ArchitectureStack } from "@greenroom/provisioning/schema";
import { cn, type Tone } from "@greenroom/ui";
import { ArrowRight, Layers } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Ref } from "react";
import { type DiagramNode, pricedMembers } from "./diagram";
import { IDS_SHOWN } from "./layout";
import { countMarks, type Mark, type Marks } from "./marks";
import { costOfStack, MarkBadges, PartCost, useStackTitle } from "./node-parts";
import { countedKind, countKinds, kindName } from "./resource-kinds";

/** The edge of a node says its gravest mark in colour as well; the words are inside. */
const BORDER: Record<Tone, string> = {
  bad: "border-bad",
  attention: "border-attention",
  progress: "border-progress",
  good: "border-line",
  neutral: "border-line",
};

const SHELL =
  "nopan pointer-events-auto flex h-full w-full cursor-pointer flex-col rounded-md border bg-surface px-3 py-2 text-left hover:bg-sunken";

interface Props {
  ref: Ref<HTMLButtonElement>;
  node: DiagramNode;
  marks: Marks;
  homeRegion: string;
  /** How many nodes it is connected with, for those who do not see the lines. */
  connections: { from: number; to: number };
  isChosen: boolean;
  onOpen: () => void;
}

/** A node: a button with everything it stands for in words. */
export function NodeCard({ ref, node, marks, homeRegion, connections, isChosen, onOpen }: Props) {
  const t = useTranslations("architecture");
  const own = marksOf(node, marks);
  const gravest = countMarks(own)[0]?.mark.tone ?? "neutral";
  const { from, to } = connections;
  return (
    <button
      ref={ref}
      type="button"
      data-node={node.id}
      aria-pressed={node.kind === "group" ? isChosen : undefined}
      onClick={onOpen}
      className={cn(
        SHELL,
        BORDER[gravest],
        node.kind === "neighbour" && "justify-center border-dashed bg-canvas",
        isChosen && "outline-2 outline-accent outline-offset-2",
      )}
    >
      {node.kind === "group" ? <GroupFace node={node} /> : <StackFace node={node} homeRegion={homeRegion} />}
      {node.kind === "neighbour" ? null : (
        <span className="mt-auto flex shrink-0 flex-wrap items-center justify-between gap-x-2 gap-y-0.5 pt-1">
          <span className="flex min-w-0 gap-1 overflow-hidden">
            <MarkBadges marks={own} isCounted={isCounted(node)} />
            {node.kind === "stack" && own.length === 0 ? (
              <span className="text-ink-muted text-sm">{t("total", { count: countAll(node.stack) })}</span>
            ) : null}
          </span>
          {/* Below the marks where both do not fit in a line: neither is ever cut by the other. */}
          <span className="ml-auto text-sm">
            <PartCost {...(node.kind === "stack" ? costOfStack(node.stack) : pricedMembers(node))} />
          </span>
        </span>
      )}
      {from + to > 0 ? <span className="sr-only">{t("connections", { from, to })}</span> : null}
    </button>
  );
}

function marksOf(node: DiagramNode, marks: Marks): readonly (Mark | undefined)[] {
  if (node.kind === "stack") return marks.stacks[node.stack.key] ?? [];
  if (node.kind === "neighbour") return [];
  return node.group.members.map((id) => marks.resources[node.stack.key]?.[id]);
}

const countAll = ({ groups }: ArchitectureStack) =>
  groups.reduce((sum, { members }) => sum + members.length, 0);

const isCounted = (node: DiagramNode) => node.kind === "group" && node.group.members.length > 1;

function StackFace({
  node,
  homeRegion,
}: {
  node: DiagramNode & { kind: "stack" | "neighbour" };
  homeRegion: string;
}) {
  const t = useTranslations("architecture");
  const locale = useLocale();
  const title = useStackTitle();
  const { stack } = node;
  const kinds = countKinds(stack.groups);
  return (
    <>
      <span className="flex shrink-0 items-center gap-1.5">
        <Layers aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
        <span className="truncate font-medium">{title(stack)}</span>
        <ArrowRight aria-hidden className="ml-auto size-3.5 shrink-0 text-ink-muted" />
      </span>
      {node.kind === "neighbour" ? (
        <span className="truncate text-ink-muted text-sm">
          {stack.region === homeRegion ? t("otherStack") : t("otherStackIn", { region: stack.region })}
        </span>
      ) : (
        // What is below may take the room of the second line.
        <span className="line-clamp-2 text-ink-muted text-sm leading-5">
          {kinds.map(({ type, count }) => countedKind(type, count, locale)).join(" · ")}
        </span>
      )}
    </>
  );
}

function GroupFace({ node }: { node: DiagramNode & { kind: "group" } }) {
  const t = useTranslations("architecture");
  const locale = useLocale();
  const { type, members } = node.group;
  const rest = members.length - IDS_SHOWN;
  return (
    <>
      <span className="truncate font-medium" title={type}>
        {members.length === 1 ? kindName(type, locale) : countedKind(type, members.length, locale)}
      </span>
      {members.slice(0, IDS_SHOWN).map((id) => (
        <span key={id} title={id} className="truncate font-mono text-ink-muted text-xs leading-5">
          {id}
        </span>
      ))}
      {rest > 0 ? <span className="text-ink-muted text-sm">{t("more", { count: rest })}</span> : null}
    </>
  );
}
