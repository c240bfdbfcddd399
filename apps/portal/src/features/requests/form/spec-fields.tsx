"use client";
import {
  blueprintText,
  type FormField,
  type FormSection,
  readPath,
} from "@greenroom/infra-templates/catalog";
import { Badge, Card, fieldId, Switch } from "@greenroom/ui";
import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { isFieldVisible } from "../../../modules/environments/spec-path";
import { isChanged, setField, specOf } from "./form-state";
import { SpecField, type SpecFieldProps } from "./spec-field";

type SectionProps = SpecFieldProps & { section: FormSection };

/**
 * The blueprint's own sections, made from its description. A part that can be off shows its settings only
 * while it is on.
 */
export function SpecFields({ model, ...props }: SpecFieldProps) {
  return model.sections.map((section) => {
    const enabling = section.fields.find(({ path }) => path === `${section.key}.enabled`);
    return enabling ? (
      <OptionalSection key={section.key} section={section} enabling={enabling} model={model} {...props} />
    ) : (
      <Section key={section.key} section={section} model={model} {...props} />
    );
  });
}

function Section({ section, ...props }: SectionProps) {
  const locale = useLocale();
  return (
    <Card title={blueprintText(section.title, locale)}>
      <p className="mb-3 text-ink-muted">{blueprintText(section.help, locale)}</p>
      <Fields section={section} {...props} />
    </Card>
  );
}

function OptionalSection({ section, enabling, ...props }: SectionProps & { enabling: FormField }) {
  const { model, form, onChange, errorOf } = props;
  const locale = useLocale();
  const t = useTranslations("form");
  const [wantsOpen, setWantsOpen] = useState(false);
  const isOn = readPath(specOf(form), enabling.path) === true;
  const settings = section.fields.filter((field) => field !== enabling);
  const changedCount = section.fields.filter(({ path }) => isChanged(form, path)).length;
  // What is wrong, or was changed, is never hidden.
  const mustOpen = settings.some(({ path }) => errorOf(`spec.${path}`) || isChanged(form, path));
  const enablingError = errorOf(`spec.${enabling.path}`);
  const title = blueprintText(section.title, locale);
  return (
    <Card
      title={title}
      aside={
        <span className="flex items-center gap-2">
          {changedCount > 0 ? (
            <Badge tone="progress">{t("changedCount", { count: changedCount })}</Badge>
          ) : null}
          <span aria-hidden className="text-ink-muted text-sm">
            {isOn ? t("on") : t("off")}
          </span>
          <Switch
            id={fieldId(`spec.${enabling.path}`)}
            aria-label={title}
            checked={isOn}
            onCheckedChange={(value) => onChange(setField(model, form, enabling.path, value))}
          />
        </span>
      }
    >
      <p className="text-ink-muted">{blueprintText(section.help, locale)}</p>
      {enablingError ? (
        <p role="alert" className="mt-2 text-bad">
          {enablingError}
        </p>
      ) : null}
      {isOn && settings.length > 0 ? (
        <details
          className="group mt-3"
          open={wantsOpen || mustOpen}
          onToggle={(event) => setWantsOpen(event.currentTarget.open)}
        >
          <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded font-medium">
            <ChevronRight
              aria-hidden
              className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
            />
            {t("settings")}
            <span className="sr-only">: {title}</span>
          </summary>
          <div className="mt-3">
            <Fields section={{ ...section, fields: settings }} {...props} />
          </div>
        </details>
      ) : null}
    </Card>
  );
}

function Fields({ section, ...props }: SectionProps) {
  const spec = specOf(props.form);
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {section.fields
        .filter((field) => isFieldVisible(field, spec))
        .map((field) => (
          <SpecField key={field.path} field={field} {...props} />
        ))}
    </div>
  );
}
