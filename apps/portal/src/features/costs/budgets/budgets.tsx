"use client";
import type { BudgetView, CostDashboardInput } from "@greenroom/costs/schema";
import { Button, Card, EmptyState, Skeleton, TextLink } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Pencil, PiggyBank, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BudgetMeter } from "../../../modules/costs/budget-meter";
import { useTRPC } from "../../../trpc/client";
import { QueryView } from "../../../trpc/query-view";
import type { BudgetSubject } from "./budget-dialog";
import { BudgetFigures, ThresholdList } from "./budget-texts";

const BudgetDialog = dynamic(() => import("./budget-dialog"));

/**
 * What is being set: an existing budget, or the first one of a subject (null: of a team yet to be chosen).
 */
type Editing = { budget: BudgetView | null; subject: BudgetSubject | null };

/** The budgets of the reader's teams and their environments, with the way to set them. */
export function Budgets({ filters: { teamId, stage } }: { filters: CostDashboardInput }) {
  const t = useTranslations("budgets");
  const trpc = useTRPC();
  const query = useQuery(trpc.costs.budgets.queryOptions({ teamId }));
  const teams = useQuery(trpc.identity.teams.queryOptions()).data ?? [];
  const [editing, setEditing] = useState<Editing | null>(null);
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-40" />}>
      {({ budgets, canSet }) => {
        const taken = new Set(budgets.flatMap((one) => (one.environmentId === null ? one.teamId : [])));
        const free = teams.filter(({ id }) => !taken.has(id) && (!teamId || id === teamId));
        const add = () => setEditing({ budget: null, subject: null });
        const canAdd = canSet && free.length > 0;
        return (
          <Card
            title={t("title")}
            aside={
              canAdd && budgets.length > 0 ? (
                <Button size="sm" onClick={add}>
                  <Plus aria-hidden />
                  {t("set")}
                </Button>
              ) : null
            }
          >
            {stage && budgets.length > 0 ? (
              <p className="mb-3 text-ink-muted text-sm">{t("everyStage")}</p>
            ) : null}
            {budgets.length === 0 ? (
              <EmptyState
                icon={PiggyBank}
                title={t("empty.title")}
                action={
                  canAdd ? (
                    <Button variant="primary" onClick={add}>
                      <Plus aria-hidden />
                      {t("set")}
                    </Button>
                  ) : null
                }
              >
                {t(canSet ? "empty.forSetters" : "empty.forReaders")}
              </EmptyState>
            ) : (
              <ul className="grid gap-4">
                {budgets.map((budget) => (
                  <li
                    key={budget.environmentId ?? budget.teamId}
                    className="border-b pb-4 last:border-b-0 last:pb-0"
                  >
                    <BudgetRow budget={budget} onEdit={() => setEditing({ budget, subject: budget })} />
                  </li>
                ))}
              </ul>
            )}
            {editing ? (
              <BudgetDialog
                budget={editing.budget}
                subject={editing.subject}
                teams={free}
                onClose={() => setEditing(null)}
              />
            ) : null}
          </Card>
        );
      }}
    </QueryView>
  );
}

function BudgetRow({ budget, onEdit }: { budget: BudgetView; onEdit: () => void }) {
  const t = useTranslations("budgets");
  const { environmentId, environmentName, teamName } = budget;
  const name = environmentName ?? teamName;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">
          {environmentId === null ? (
            t("ofTeam", { name })
          ) : (
            <>
              <TextLink href={`/environments/${environmentId}`}>{name}</TextLink>{" "}
              <span className="font-normal text-ink-muted">{teamName}</span>
            </>
          )}
        </h3>
        {budget.canSet ? (
          <Button size="sm" onClick={onEdit} aria-label={t("changeOf", { name })}>
            <Pencil aria-hidden />
            {t("change")}
          </Button>
        ) : null}
      </div>
      <BudgetMeter budgetUsd={budget.monthlyUsd} sureUsd={budget.soFarUsd} toComeUsd={budget.forecastUsd} />
      <BudgetFigures budget={budget} />
      <ThresholdList thresholds={budget.thresholds} />
    </div>
  );
}

/** The budget of an environment on its own page; absent where there is none and the reader cannot set one. */
export function EnvironmentBudget({ environmentId }: { environmentId: string }) {
  const t = useTranslations("budgets");
  const trpc = useTRPC();
  const query = useQuery(trpc.costs.budgets.queryOptions({ environmentId }));
  const environment = useQuery(trpc.environments.get.queryOptions({ environmentId })).data;
  const [editing, setEditing] = useState<Editing | null>(null);
  if (!query.data || !environment || environment.status === "DESTROYED") return null;
  const { budgets, canSet } = query.data;
  const own = budgets.find((budget) => budget.environmentId === environmentId) ?? null;
  if (budgets.length === 0 && !canSet) return null;
  const subject = {
    teamId: environment.team.id,
    environmentId,
    teamName: environment.team.name,
    environmentName: environment.name,
  };
  return (
    <Card title={t("title")}>
      <div className="grid gap-4">
        {budgets.map((budget) => (
          <BudgetRow
            key={budget.environmentId ?? budget.teamId}
            budget={budget}
            onEdit={() => setEditing({ budget, subject: budget })}
          />
        ))}
        {own ? null : <p className="text-ink-muted text-sm">{t("noneOfEnvironment")}</p>}
        {canSet && !own ? (
          <Button onClick={() => setEditing({ budget: null, subject })}>
            <Plus aria-hidden />
            {t("setOf", { name: environment.name })}
          </Button>
        ) : null}
      </div>
      {editing ? (
        <BudgetDialog
          budget={editing.budget}
          subject={editing.subject}
          teams={[]}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </Card>
  );
}
