"use client";
import { STAGES } from "@greenroom/environments/schema";
import { type BlueprintModel, blueprintText } from "@greenroom/infra-templates/catalog";
import type { FormContext } from "@greenroom/requests/schema";
import { Card, Field, Input, Select } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import type { BasicsPatch, CreateForm } from "./form-state";
import { LifetimeField } from "./lifetime-field";

interface Props {
  model: BlueprintModel;
  context: FormContext;
  form: CreateForm;
  onChange: (patch: BasicsPatch) => void;
  errorOf: (field: string) => string | undefined;
  onLeave: (field: string) => void;
}

/** What every environment has, whatever it is made of: name, team, stage, size, place, lifetime. */
export function BasicsFields({ model, context, form, onChange, errorOf, onLeave }: Props) {
  const t = useTranslations("form");
  const stages = useTranslations("stages");
  const account = context.accounts.find((one) => one.id === form.cloudAccountId);
  return (
    <Card title={t("basics")}>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Field
          name="name"
          onLeave={() => form.name !== "" && onLeave("name")}
          label={t("name")}
          help={t("nameHelp")}
          error={errorOf("name")}
          isRequired
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={form.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Field name="teamId" label={t("team")} error={errorOf("teamId")} isRequired>
          {(control) => (
            <Select
              {...control}
              value={form.teamId}
              onValueChange={(teamId) => onChange({ teamId })}
              options={context.teams.map((team) => ({
                value: team.id,
                label: team.name,
                hint: team.costCentre,
              }))}
            />
          )}
        </Field>
        <Field name="stage" label={t("stage")} error={errorOf("stage")} isRequired>
          {(control) => (
            <Select
              {...control}
              value={form.stage}
              onValueChange={(stage) => onChange({ stage })}
              options={STAGES.map((value) => ({ value, label: stages(value) }))}
            />
          )}
        </Field>
        <PresetField model={model} form={form} onChange={onChange} />
        <Field name="cloudAccountId" label={t("account")} error={errorOf("cloudAccountId")} isRequired>
          {(control) => (
            <Select
              {...control}
              value={form.cloudAccountId}
              onValueChange={(cloudAccountId) => onChange({ cloudAccountId })}
              options={context.accounts.map((one) => ({
                value: one.id,
                label: one.name,
                hint: one.accountId,
              }))}
            />
          )}
        </Field>
        <Field name="region" label={t("region")} error={errorOf("region")} isRequired>
          {(control) => (
            <Select
              {...control}
              value={form.region}
              onValueChange={(region) => onChange({ region })}
              options={(account?.regions ?? []).map((region) => ({ value: region, label: region }))}
            />
          )}
        </Field>
        <LifetimeField
          value={form.lifetimeDays}
          limit={context.lifetimeLimitDays[form.stage] ?? null}
          onChange={(lifetimeDays) => onChange({ lifetimeDays })}
          error={errorOf("lifetimeDays")}
          onLeave={() => onLeave("lifetimeDays")}
        />
      </div>
    </Card>
  );
}

function PresetField({ model, form, onChange }: Pick<Props, "model" | "form" | "onChange">) {
  const t = useTranslations("form");
  const locale = useLocale();
  const presets = model.presets.filter((preset) => preset.stages.includes(form.stage));
  const chosen = presets.find((preset) => preset.key === form.presetKey);
  return (
    <Field label={t("preset")} help={chosen ? blueprintText(chosen.summary, locale) : undefined} isRequired>
      {(control) => (
        <Select
          {...control}
          value={form.presetKey}
          onValueChange={(presetKey) => onChange({ presetKey })}
          options={presets.map((preset) => ({
            value: preset.key,
            label: blueprintText(preset.label, locale),
          }))}
        />
      )}
    </Field>
  );
}
