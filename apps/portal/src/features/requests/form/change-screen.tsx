"use client";
import { daysLeft } from "@greenroom/environments/lifecycle";
import type { EnvironmentView } from "@greenroom/environments/schema";
import { type BlueprintModel, findBlueprint } from "@greenroom/infra-templates/catalog";
import { requestChangeInputSchema } from "@greenroom/requests/schema";
import { Card, EmptyState, LinkButton, PageHeader, PageSkeleton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { SpecList } from "../../../modules/environments/spec-list";
import { useTRPC } from "../../../trpc/client";
import { QueryView } from "../../../trpc/query-view";
import { PricePanel } from "../price/price-panel";
import { findLocalProblems } from "./form-problems";
import { completeSpec, readLifetime, type SpecForm, specOf } from "./form-state";
import { LifetimeField } from "./lifetime-field";
import { ReasonField } from "./reason-field";
import { RestoredNote } from "./restored-note";
import { SpecFields } from "./spec-fields";
import { SubmitBar } from "./submit-bar";
import { useDraft } from "./use-draft";
import { useFormProblems } from "./use-form-problems";
import { useOpenedEnvironment } from "./use-opened-environment";
import { useSubmit } from "./use-submit";

/** The form that asks for a change to an environment, filled in with what it is today. */
export function ChangeScreen({ environmentId }: { environmentId: string }) {
  const t = useTranslations("form");
  const query = useOpenedEnvironment(environmentId);
  return (
    <QueryView query={query} skeleton={<PageSkeleton label={t("loading")} />}>
      {(environment) => {
        const model = findBlueprint(environment.blueprint);
        return (
          <>
            <PageHeader
              title={t("changeTitle", { name: environment.name })}
              description={t("changeHelp", { version: environment.version })}
            />
            {model && environment.allowedActions.includes("change") ? (
              <ChangeForm key={environment.version} environment={environment} model={model} />
            ) : (
              <EmptyState
                title={t("notNow.title")}
                action={
                  <LinkButton href={`/environments/${environment.id}`}>{t("notNow.action")}</LinkButton>
                }
              >
                {t("notNow.body", { name: environment.name })}
              </EmptyState>
            )}
          </>
        );
      }}
    </QueryView>
  );
}

interface ChangeFormState {
  idempotencyKey: string;
  lifetimeDays: string;
  reason: string;
  spec: SpecForm;
}

function ChangeForm({ environment, model }: { environment: EnvironmentView; model: BlueprintModel }) {
  const t = useTranslations("form");
  const trpc = useTRPC();
  const context = useQuery(trpc.requests.formContext.queryOptions()).data;
  const start = useCallback(
    (): ChangeFormState => ({
      idempotencyKey: crypto.randomUUID(),
      lifetimeDays: String(daysLeft(environment.expiresAt, new Date()) ?? ""),
      reason: "",
      spec: { base: completeSpec(model, environment.spec), changes: {} },
    }),
    [environment, model],
  );
  const draft = useDraft(`change.${environment.id}.${environment.version}`, start);
  const { form } = draft;
  const spec = specOf(form.spec);
  const input = {
    kind: "CHANGE" as const,
    idempotencyKey: form.idempotencyKey,
    environmentId: environment.id,
    baseEnvironmentVersion: environment.version,
    spec,
    lifetimeDays: readLifetime(form.lifetimeDays) as number | null,
    reason: form.reason,
  };
  const local = findLocalProblems(model, requestChangeInputSchema, input);
  const { idempotencyKey: _, ...checkInput } = input;
  const problems = useFormProblems(local, checkInput);
  const submit = useSubmit({ onAccepted: draft.forget, onRefused: problems.setRefused });
  const change = (patch: Partial<ChangeFormState>) => {
    problems.setRefused(null);
    draft.update((current) => ({ ...current, ...patch }));
  };
  const priced = { blueprint: model.id, region: environment.region, stage: environment.stage };
  const isSpecValid = !Object.keys(local).some((field) => field.startsWith("spec."));
  const hasChanges = Object.keys(form.spec.changes).length > 0;
  return (
    <form
      noValidate
      aria-label={t("changeTitle", { name: environment.name })}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]"
      onSubmit={(event) => {
        event.preventDefault();
        problems.tryToSend();
        if (Object.keys(local).length === 0) submit.send(input);
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {draft.wasRestored ? <RestoredNote onStartOver={draft.startOver} /> : null}
        <SpecFields
          model={model}
          form={form.spec}
          onChange={(next) => change({ spec: next })}
          errorOf={problems.errorOf}
          onLeave={problems.leave}
          baseLabel={t("asItIs")}
          isLiving
        />
        <Card title={t("lifetimeSection")}>
          <LifetimeField
            value={form.lifetimeDays}
            limit={context?.lifetimeLimitDays[environment.stage] ?? null}
            onChange={(lifetimeDays) => change({ lifetimeDays })}
            error={problems.errorOf("lifetimeDays")}
            onLeave={() => problems.leave("lifetimeDays")}
          />
        </Card>
        <ReasonField
          kind="CHANGE"
          value={form.reason}
          onChange={(reason) => change({ reason })}
          error={problems.errorOf("reason")}
          onLeave={() => problems.leave("reason")}
        />
        <Card title={t("differences")}>
          {hasChanges ? (
            <SpecList blueprint={model.id} spec={spec} before={form.spec.base} onlyChanged />
          ) : (
            <p className="text-ink-muted">{t("noDifferences")}</p>
          )}
        </Card>
        <SubmitBar
          model={model}
          problems={Object.values(problems.problems)}
          textOf={problems.textOf}
          submit={submit}
        />
      </div>
      <PricePanel
        input={{ ...priced, spec }}
        isValid={isSpecValid}
        lifetimeDays={readLifetime(form.lifetimeDays)}
        before={environment.readyAt === null ? null : { ...priced, spec: environment.spec }}
        budgetOf={{ teamId: environment.team.id, environmentId: environment.id }}
      />
    </form>
  );
}
