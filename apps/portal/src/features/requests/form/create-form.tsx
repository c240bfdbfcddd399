"use client";
import { type BlueprintModel, blueprintText } from "@greenroom/infra-templates/catalog";
import { type FormContext, requestCreateInputSchema } from "@greenroom/requests/schema";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { PricePanel } from "../price/price-panel";
import { BasicsFields } from "./basics-fields";
import { findLocalProblems } from "./form-problems";
import {
  type CreateForm as CreateFormState,
  changeBasics,
  readLifetime,
  specOf,
  startForm,
} from "./form-state";
import { ReasonField } from "./reason-field";
import { RestoredNote } from "./restored-note";
import { SpecFields } from "./spec-fields";
import { SubmitBar } from "./submit-bar";
import { useDraft } from "./use-draft";
import { useFormProblems } from "./use-form-problems";
import { useSubmit } from "./use-submit";

function toInput(model: BlueprintModel, form: CreateFormState) {
  const { idempotencyKey, name, teamId, stage, cloudAccountId, region, reason } = form;
  const lifetimeDays = readLifetime(form.lifetimeDays);
  return {
    kind: "CREATE" as const,
    idempotencyKey,
    name,
    teamId,
    stage,
    cloudAccountId,
    region,
    reason,
    blueprint: model.id,
    spec: specOf(form.spec),
    lifetimeDays: lifetimeDays as number | null,
  };
}

/** Everything about a new environment on one page, with its price beside it. */
export function CreateForm({ model, context }: { model: BlueprintModel; context: FormContext }) {
  const t = useTranslations("form");
  const locale = useLocale();
  const start = useCallback(() => startForm(model, context, crypto.randomUUID()), [model, context]);
  const draft = useDraft(`create.${model.id}`, start);
  const { form, update } = draft;
  const input = toInput(model, form);
  const local = findLocalProblems(model, requestCreateInputSchema, input);
  const { idempotencyKey: _, ...checkInput } = input;
  const problems = useFormProblems(local, checkInput);
  const submit = useSubmit({ onAccepted: draft.forget, onRefused: problems.setRefused });
  const preset = model.presets.find((one) => one.key === form.presetKey);
  const change = (next: (form: CreateFormState) => CreateFormState) => {
    problems.setRefused(null);
    update(next);
  };
  const isSpecValid = !Object.keys(local).some((field) => field.startsWith("spec."));
  return (
    <form
      noValidate
      aria-label={t("createTitle", { blueprint: blueprintText(model.title, locale) })}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]"
      onSubmit={(event) => {
        event.preventDefault();
        problems.tryToSend();
        if (Object.keys(local).length === 0) submit.send(input);
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {draft.wasRestored ? <RestoredNote onStartOver={draft.startOver} /> : null}
        <BasicsFields
          model={model}
          context={context}
          form={form}
          onChange={(patch) => change((current) => changeBasics(model, context, current, patch))}
          errorOf={problems.errorOf}
          onLeave={problems.leave}
        />
        <SpecFields
          model={model}
          form={form.spec}
          onChange={(spec) => change((current) => ({ ...current, spec }))}
          errorOf={problems.errorOf}
          onLeave={problems.leave}
          baseLabel={preset ? blueprintText(preset.label, locale) : form.presetKey}
        />
        <ReasonField
          kind="CREATE"
          value={form.reason}
          onChange={(reason) => change((current) => ({ ...current, reason }))}
          error={problems.errorOf("reason")}
          onLeave={() => problems.leave("reason")}
        />
        <SubmitBar
          model={model}
          problems={Object.values(problems.problems)}
          textOf={problems.textOf}
          submit={submit}
        />
      </div>
      <PricePanel
        input={{ blueprint: model.id, region: form.region, stage: form.stage, spec: input.spec }}
        isValid={isSpecValid}
        lifetimeDays={readLifetime(form.lifetimeDays)}
        budgetOf={{ teamId: form.teamId, environmentId: null }}
      />
    </form>
  );
}
