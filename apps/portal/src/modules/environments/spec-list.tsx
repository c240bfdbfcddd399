"use client";
import { blueprintText, type FormField, findBlueprint, readPath } from "@greenroom/infra-templates/catalog";
import { KeyValue } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { isFieldVisible, sameValue } from "./spec-path";

type Spec = Record<string, unknown>;

interface Props {
  blueprint: string;
  spec: Spec;
  /** What changed since shows both values. */
  before?: Spec | null;
  /** Leaves out what did not change. */
  onlyChanged?: boolean;
}

/** Every value of a spec under its section, in the words of the form. */
export function SpecList({ blueprint, spec, before, onlyChanged = false }: Props) {
  const locale = useLocale();
  const model = findBlueprint(blueprint);
  if (!model) return <pre className="overflow-x-auto text-sm">{JSON.stringify(spec, null, 2)}</pre>;
  return (
    <div className="grid gap-4">
      {model.sections.map((section) => {
        const fields = section.fields.filter(
          (field) =>
            isFieldVisible(field, spec) &&
            !(onlyChanged && before && sameValue(readPath(spec, field.path), readPath(before, field.path))),
        );
        if (fields.length === 0) return null;
        return (
          <div key={section.key} className="grid gap-2">
            <h3 className="font-medium">{blueprintText(section.title, locale)}</h3>
            <KeyValue
              items={fields.map((field) => ({
                key: field.path,
                label: blueprintText(field.label, locale),
                value: <SpecChange field={field} spec={spec} before={before ?? null} />,
              }))}
            />
          </div>
        );
      })}
    </div>
  );
}

function SpecChange({ field, spec, before }: { field: FormField; spec: Spec; before: Spec | null }) {
  const t = useTranslations("money");
  const valueText = useSpecValueText();
  const after = valueText(field, readPath(spec, field.path));
  const earlier = before ? valueText(field, readPath(before, field.path)) : after;
  if (earlier === after) return <span className="tabular-nums">{after}</span>;
  return (
    <span className="tabular-nums">
      <s className="text-ink-muted">{earlier}</s> <span aria-hidden>→</span>
      <span className="sr-only">{t("becomes")}</span> <strong className="font-medium">{after}</strong>
    </span>
  );
}

/** A value in the words of its field: the choice's label, on or off, the number with its unit. */
export function useSpecValueText(): (field: FormField, value: unknown) => string {
  const locale = useLocale();
  const t = useTranslations("form");
  return (field, value) => {
    if (value === undefined || value === null) return "–";
    if (typeof value === "boolean") return value ? t("on") : t("off");
    if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : t("none");
    if (value === "") return t("none");
    const choice = field.choices?.find((candidate) => candidate.value === value);
    if (choice) return blueprintText(choice.label, locale);
    const number = typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : String(value);
    return field.unit ? `${number} ${blueprintText(field.unit, locale)}` : number;
  };
}
