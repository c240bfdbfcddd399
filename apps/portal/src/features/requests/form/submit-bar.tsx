"use client";
import type { BlueprintModel } from "@greenroom/infra-templates/catalog";
import type { FormProblem } from "@greenroom/requests/schema";
import { Button, Card, TextLink } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { errorDataOf, useErrorText } from "../../../i18n/use-error-text";
import { FieldLink } from "./field-link";

/** The end of a form: what still has to be put right, what the server answered, and the button that sends. */
export function SubmitBar({
  model,
  problems,
  textOf,
  submit,
  label,
  variant = "primary",
  isDisabled = false,
}: {
  /** Names the settings of the blueprint, where the form has any. */
  model?: BlueprintModel;
  problems: readonly FormProblem[];
  textOf: (problem: FormProblem) => string;
  submit: { isBusy: boolean; error: unknown };
  label?: string;
  variant?: "primary" | "danger";
  isDisabled?: boolean;
}) {
  const t = useTranslations("form");
  const errorText = useErrorText();
  const [wasTried, setTried] = useState(false);
  const isSignedOut = errorDataOf(submit.error).appCode === "UNAUTHENTICATED";
  return (
    <Card title={t("review")}>
      <div className="grid gap-3">
        <p className="text-ink-muted">{t("reviewHelp")}</p>
        {wasTried && problems.length > 0 ? (
          <div role="alert" className="rounded-md bg-bad-soft p-3">
            <p className="font-medium text-bad">{t("problems", { count: problems.length })}</p>
            <ul className="ml-4 list-disc">
              {problems.map((problem) => (
                <li key={problem.field}>
                  <FieldLink field={problem.field} model={model} /> {textOf(problem)}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {submit.error ? (
          <p role="alert" className="rounded-md bg-bad-soft p-3 text-bad">
            {errorText(submit.error)} {t("nothingLost")}{" "}
            {isSignedOut ? <TextLink href="/sign-in">{t("signInAgain")}</TextLink> : null}
          </p>
        ) : null}
        <div className="flex justify-end">
          <Button
            type="submit"
            variant={variant}
            isBusy={submit.isBusy}
            disabled={isDisabled}
            onClick={() => setTried(true)}
          >
            {submit.isBusy ? t("sending") : (label ?? t("send"))}
          </Button>
        </div>
      </div>
    </Card>
  );
}
