"use client";
import { type BlueprintModel, blueprintText } from "@greenroom/infra-templates/catalog";
import { fieldId } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { findSpecField } from "./find-spec-field";

const BASICS = {
  name: "name",
  teamId: "team",
  stage: "stage",
  cloudAccountId: "account",
  region: "region",
  lifetimeDays: "lifetime",
  reason: "why",
} as const;

/**
 * The name of the field that a problem is about; a click leads to its control. Nothing for a problem of the
 * form as a whole.
 */
export function FieldLink({ field, model }: { field: string; model: BlueprintModel | undefined }) {
  const t = useTranslations("form");
  const locale = useLocale();
  const setting = model ? findSpecField(model, field) : null;
  const isBasic = Object.hasOwn(BASICS, field);
  if (!setting && !isBasic) return null;
  const label = setting ? blueprintText(setting.label, locale) : t(BASICS[field as keyof typeof BASICS]);
  const id = fieldId(setting?.name ?? field);
  return (
    <a
      href={`#${id}`}
      className="font-medium underline"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {label}:
    </a>
  );
}
