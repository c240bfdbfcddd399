"use client";
import type { EnvironmentView } from "@greenroom/environments/schema";
import {
  Card,
  EmptyState,
  Field,
  Input,
  LinkButton,
  PageHeader,
  PageSkeleton,
  TextLink,
} from "@greenroom/ui";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { QueryView } from "../../../trpc/query-view";
import { ReasonField } from "./reason-field";
import { SubmitBar } from "./submit-bar";
import { useDraft } from "./use-draft";
import { useFormProblems } from "./use-form-problems";
import { useOpenedEnvironment } from "./use-opened-environment";
import { useSubmit } from "./use-submit";

/** The form that asks for an environment's end. */
export function DestroyScreen({ environmentId }: { environmentId: string }) {
  const t = useTranslations("destroy");
  const query = useOpenedEnvironment(environmentId);
  return (
    <QueryView query={query} skeleton={<PageSkeleton label={t("loading")} />}>
      {(environment) => (
        <>
          <PageHeader title={t("title", { name: environment.name })} description={t("description")} />
          {environment.allowedActions.includes("destroy") ? (
            <DestroyForm environment={environment} />
          ) : (
            <EmptyState
              title={t("notNow.title")}
              action={<LinkButton href={`/environments/${environment.id}`}>{t("notNow.action")}</LinkButton>}
            >
              {t("notNow.body", { name: environment.name })}
            </EmptyState>
          )}
        </>
      )}
    </QueryView>
  );
}

function DestroyForm({ environment }: { environment: EnvironmentView }) {
  const t = useTranslations("destroy");
  const start = useCallback(() => ({ idempotencyKey: crypto.randomUUID(), typedName: "", reason: "" }), []);
  const draft = useDraft(`destroy.${environment.id}.${environment.version}`, start);
  const { idempotencyKey, typedName, reason } = draft.form;
  const input = {
    kind: "DESTROY" as const,
    idempotencyKey,
    typedName,
    reason,
    environmentId: environment.id,
    baseEnvironmentVersion: environment.version,
  };
  const { idempotencyKey: _, typedName: __, ...checkInput } = input;
  const problems = useFormProblems({}, checkInput);
  const blocks = Object.values(problems.problems).filter(({ field }) => field.startsWith("spec."));
  const submit = useSubmit({ onAccepted: draft.forget, onRefused: problems.setRefused });
  const change = (patch: Partial<typeof draft.form>) => {
    problems.setRefused(null);
    draft.update((current) => ({ ...current, ...patch }));
  };
  return (
    <form
      noValidate
      aria-label={t("title", { name: environment.name })}
      className="grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        problems.tryToSend();
        submit.send(input);
      }}
    >
      <Blocks problems={blocks.map(problems.textOf)} environmentId={environment.id} />
      <WhatGoes environment={environment} />
      <ReasonField
        kind="DESTROY"
        value={reason}
        onChange={(next) => change({ reason: next })}
        error={problems.errorOf("reason")}
        onLeave={() => problems.leave("reason")}
      />
      <Card title={t("confirm")}>
        <Field
          label={t("typeName", { name: environment.name })}
          error={problems.errorOf("typedName")}
          isRequired
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              spellCheck={false}
              value={typedName}
              onChange={(event) => change({ typedName: event.target.value })}
            />
          )}
        </Field>
      </Card>
      <SubmitBar
        problems={Object.values(problems.problems)}
        textOf={problems.textOf}
        submit={submit}
        label={t("send")}
        variant="danger"
        isDisabled={typedName.trim() !== environment.name || blocks.length > 0}
      />
    </form>
  );
}

/** What the cloud would refuse to delete: no request can be sent before it is changed. */
function Blocks({ problems, environmentId }: { problems: readonly string[]; environmentId: string }) {
  const t = useTranslations("destroy");
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="grid gap-2 rounded-md bg-bad-soft p-3">
      <p className="font-medium text-bad">{t("blocked")}</p>
      <ul className="ml-4 list-disc">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <p>
        <TextLink href={`/environments/${environmentId}/change`}>{t("change")}</TextLink>
      </p>
    </div>
  );
}

function WhatGoes({ environment }: { environment: EnvironmentView }) {
  const t = useTranslations("destroy");
  const stacks = [...environment.stacks].reverse();
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <TriangleAlert aria-hidden className="size-4 text-bad" />
          {t("whatGoes")}
        </span>
      }
    >
      <p className="mb-2">{t("whatGoesHelp")}</p>
      <ol className="ml-5 grid list-decimal gap-1">
        {stacks.map((stack) => (
          <li key={stack.key}>
            <span className="break-all font-mono text-sm">{stack.stackName}</span>{" "}
            <span className="text-ink-muted">{t("resources", { count: stack.resourceCount })}</span>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-ink-muted">{t("retained")}</p>
    </Card>
  );
}
