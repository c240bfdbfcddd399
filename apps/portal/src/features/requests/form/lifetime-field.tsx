"use client";
import { Field, Input } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/** Days until the environment ends, as typed; empty means never, where the stage allows that. */
export function LifetimeField({
  value,
  limit,
  onChange,
  error,
  onLeave,
}: {
  value: string;
  limit: number | null;
  onChange: (value: string) => void;
  error: string | undefined;
  onLeave: () => void;
}) {
  const t = useTranslations("form");
  return (
    <Field
      name="lifetimeDays"
      onLeave={onLeave}
      label={t("lifetime")}
      help={limit === null ? t("lifetimeOpen") : t("lifetimeHelp", { limit })}
      error={error}
      isRequired={limit !== null}
    >
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          className="tabular-nums"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
