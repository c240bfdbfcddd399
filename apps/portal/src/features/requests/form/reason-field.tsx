"use client";
import type { RequestKind } from "@greenroom/requests/lifecycle";
import { Card, Field, Textarea } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/** Why it is asked for: the first thing an approver reads. */
export function ReasonField({
  kind,
  value,
  onChange,
  error,
  onLeave,
}: {
  kind: RequestKind;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  onLeave: () => void;
}) {
  const t = useTranslations("form");
  return (
    <Card title={t("why")}>
      <Field
        name="reason"
        onLeave={() => value !== "" && onLeave()}
        label={t(`reason.${kind}`)}
        help={t("reasonHelp")}
        error={error}
        isRequired
      >
        {(control) => (
          <Textarea
            {...control}
            maxLength={1000}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </Card>
  );
}
