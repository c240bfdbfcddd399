"use client";
import type { PlanView as Plan } from "@greenroom/provisioning/schema";
import { Button, Card } from "@greenroom/ui";
import { ChevronRight, Tag, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PlanTemplates } from "../form/template-dialog";
import { ChangeRow, Names } from "./change-row";
import { meaningOf } from "./meaning";
import { ChangeCounts } from "./plan-line";
import { groupByStack, isDestructive, type StackChanges } from "./plan-summary";
import { PolicyFindings } from "./policy-findings";

/** Rows of a stack before the rest folds; what loses data is always shown. */
const ROWS_SHOWN = 8;
const NAMES_AT_RISK = 6;
/** A plan of this many changes or fewer is shown whole. */
const SMALL_PLAN = 20;

/** What the run would do, the dangerous first, and what the checks say. */
export function PlanView({ plan }: { plan: Plan }) {
  const t = useTranslations("plan");
  const stacks = groupByStack(
    plan.stacks.map((stack) => stack.key),
    plan.changes,
  );
  return (
    <>
      <Card
        title={t("title")}
        isFlush
        aside={
          <span className="flex flex-wrap gap-1">
            <ChangeCounts changes={plan.changes} />
          </span>
        }
      >
        <DataAtRisk changes={plan.changes} />
        {stacks.length === 0 ? <p className="p-4 text-ink-muted">{t("nothing")}</p> : null}
        {stacks.map((stack) => (
          <StackSection
            key={stack.stackKey}
            stack={stack}
            isEnd={plan.changes.every(({ action }) => action === "DELETE" || action === "RETAIN")}
            isOpen={
              stack.groups.some(([change]) => isDestructive(change.action)) ||
              plan.changes.length <= SMALL_PLAN
            }
          />
        ))}
        <PlanTemplates plan={plan} />
      </Card>
      <PolicyFindings plan={plan} />
    </>
  );
}

/** Whose data would be lost, before anything else is said. */
function DataAtRisk({ changes }: { changes: Plan["changes"] }) {
  const t = useTranslations("plan");
  const names = changes.filter((change) => meaningOf(change)?.isLoss).map(({ logicalId }) => logicalId);
  if (names.length === 0) return null;
  const shown = names.slice(0, NAMES_AT_RISK).join(", ");
  const rest = names.length - NAMES_AT_RISK;
  return (
    <p role="note" className="flex gap-2 border-b bg-bad-soft px-4 py-3 text-bad">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t("dataAtRisk", {
        count: names.length,
        names: rest > 0 ? `${shown}, ${t("moreNames", { count: rest })}` : shown,
      })}
    </p>
  );
}

function StackSection({ stack, isOpen, isEnd }: { stack: StackChanges; isOpen: boolean; isEnd: boolean }) {
  const t = useTranslations("plan");
  const [isWhole, setIsWhole] = useState(false);
  const { groups, tagsOnly } = stack;
  const atRisk = groups.filter(([change]) => meaningOf(change)?.isLoss).length;
  const shown = isWhole ? groups : groups.slice(0, Math.max(ROWS_SHOWN, atRisk));
  const rest = groups.slice(shown.length).reduce((sum, group) => sum + group.length, 0);
  return (
    <details open={isOpen} className="group border-t first:border-t-0">
      <summary className="flex cursor-pointer flex-wrap items-center gap-2 px-3 py-2 hover:bg-sunken">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
        />
        <h3 className="font-medium">{t("stack", { stack: stack.stackKey })}</h3>
        <span className="ml-auto flex flex-wrap gap-1">
          <ChangeCounts changes={stack.changes} />
        </span>
      </summary>
      <ul className="border-t">
        {shown.map((group) => (
          <ChangeRow key={group[0].logicalId} group={group} isEnd={isEnd} />
        ))}
        {tagsOnly.length > 0 ? <TagsOnly changes={tagsOnly} /> : null}
      </ul>
      {rest > 0 ? (
        <div className="border-t px-4 py-2">
          <Button size="sm" onClick={() => setIsWhole(true)}>
            {t("moreChanges", { count: rest })}
          </Button>
        </div>
      ) : null}
    </details>
  );
}

/** Resources of which only tags change, in one line, with what the tags become. */
function TagsOnly({ changes }: { changes: Plan["changes"] }) {
  const t = useTranslations("plan");
  const unset = t("unset");
  const texts = new Set(
    changes.flatMap(({ properties }) =>
      properties.map(({ path, before, after }) =>
        t("tagsChanged", {
          tags: path.slice(path.indexOf(".") + 1),
          before: before ?? unset,
          after: after ?? unset,
        }),
      ),
    ),
  );
  return (
    <li className="grid gap-1 border-t px-4 py-2 text-sm first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Tag aria-hidden className="size-3.5 text-ink-muted" />
        <span>{t("tagsOnly", { count: changes.length })}</span>
        <span className="text-ink-muted">
          <Names ids={changes.map(({ logicalId }) => logicalId)} />
        </span>
      </div>
      {texts.size <= TAGS_SHOWN ? (
        <ul className="text-ink-muted">
          {[...texts].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** With more of them, what each tag becomes is left to the templates. */
const TAGS_SHOWN = 4;
