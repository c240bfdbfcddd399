"use client";
import type { DashboardLink } from "@greenroom/environments/schema";
import type { ArchitectureView } from "@greenroom/provisioning/schema";
import { Button, Card, cn, Skeleton } from "@greenroom/ui";
import { ArrowLeft, List, Workflow } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useState, useSyncExternalStore } from "react";
import { StackDashboard } from "../dashboards/dashboard-links";
import { ArchitectureList } from "./architecture-list";
import { resourcesDiagram, stacksDiagram } from "./diagram";
import { GroupFacts } from "./group-facts";
import { type Marks, NO_MARKS } from "./marks";
import { useStackTitle } from "./node-parts";

const Canvas = dynamic(() => import("./canvas"), {
  ssr: false,
  loading: () => <Skeleton className="m-4 h-64" />,
});

/** From this width a diagram can be read; below it the list says the same. */
const WIDE = "(min-width: 768px)";

/**
 * What an environment is made of: its stacks and what connects them, as a drawing or as a list; a stack opens
 * to its resources.
 */
export function ArchitectureCard({
  view,
  marks = NO_MARKS,
  dashboards = [],
  className,
}: {
  view: ArchitectureView;
  marks?: Marks;
  /** What shows how its stacks are doing. */
  dashboards?: readonly DashboardLink[];
  className?: string;
}) {
  const t = useTranslations("architecture");
  const isWide = useIsWide();
  const [chosen, setChosen] = useState<"diagram" | "list" | null>(null);
  const shown = chosen ?? (isWide ? "diagram" : "list");
  return (
    <Card
      title={t("title")}
      isFlush
      className={className}
      aside={
        <fieldset aria-label={t("shownAs")} className="flex gap-1">
          {VIEWS.map(({ value, icon: Icon }) => (
            <Button
              key={value}
              size="sm"
              variant="ghost"
              aria-pressed={shown === value}
              className={cn(shown === value && "bg-sunken")}
              onClick={() => setChosen(value)}
            >
              <Icon aria-hidden />
              {t(value)}
            </Button>
          ))}
        </fieldset>
      }
    >
      {shown === "diagram" ? (
        <ArchitectureDiagram view={view} marks={marks} dashboards={dashboards} />
      ) : (
        <ArchitectureList view={view} marks={marks} dashboards={dashboards} />
      )}
    </Card>
  );
}

const VIEWS = [
  { value: "diagram", icon: Workflow },
  { value: "list", icon: List },
] as const;

/** The drawing with what is open in it. */
function ArchitectureDiagram({
  view,
  marks,
  dashboards,
}: {
  view: ArchitectureView;
  marks: Marks;
  dashboards: readonly DashboardLink[];
}) {
  const t = useTranslations("architecture");
  const title = useStackTitle();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [focusFirst, setFocusFirst] = useState<string | null>(null);
  const stack = view.stacks.find(({ key }) => key === openKey);
  const diagram = useMemo(
    () => (openKey === null ? stacksDiagram(view) : resourcesDiagram(view, openKey)),
    [view, openKey],
  );
  const group = diagram.nodes.find((node) => node.id === chosen && node.kind === "group");
  const show = (key: string | null, focus: string | null) => {
    setOpenKey(key);
    setChosen(null);
    setFocusFirst(focus);
  };
  const open = (id: string) => {
    const node = diagram.nodes.find((candidate) => candidate.id === id);
    if (node?.kind === "group") return setChosen(id === chosen ? null : id);
    if (node) show(node.stack.key, firstNodeOf(view, node.stack.key));
  };
  const back = () => (chosen !== null ? setChosen(null) : show(null, openKey));
  return (
    <>
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1 text-ink-muted text-sm">
        {stack ? (
          <>
            <Button size="sm" variant="ghost" onClick={() => show(null, openKey)}>
              <ArrowLeft aria-hidden />
              {t("allStacks")}
            </Button>
            <h3 className="font-medium text-base text-ink">{title(stack)}</h3>
            <span className="break-all font-mono">{stack.stackName}</span>
            <StackDashboard stack={stack.key} dashboards={dashboards} />
          </>
        ) : null}
        <span>{stack ? t("keysInside") : t("keys")}</span>
      </div>
      <Canvas
        key={openKey ?? ""}
        label={stack ? t("insideOf", { stack: title(stack) }) : t("labelOfAll")}
        diagram={diagram}
        homeRegion={view.homeRegion}
        marks={marks}
        chosen={chosen}
        focusFirst={focusFirst}
        onOpen={open}
        onBack={back}
      />
      {group?.kind === "group" ? (
        <div role="status" className="border-t bg-canvas px-4 py-3">
          <GroupFacts view={view} stack={group.stack} group={group.group} marks={marks} />
        </div>
      ) : null}
    </>
  );
}

const firstNodeOf = (view: ArchitectureView, key: string) => resourcesDiagram(view, key).nodes[0]?.id ?? null;

function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}
