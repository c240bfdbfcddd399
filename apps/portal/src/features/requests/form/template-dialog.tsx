"use client";
import type { PlanView } from "@greenroom/provisioning/schema";
import { Button, CopyButton, Dialog, ErrorState, Skeleton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { FileCode } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "../../../i18n/use-error-text";
import { useTRPC } from "../../../trpc/client";

/** The way to what would be sent to CloudFormation, one button for each stack of a plan. */
export function PlanTemplates({ plan }: { plan: PlanView }) {
  const t = useTranslations("template");
  const [shown, setShown] = useState<string | null>(null);
  if (plan.stacks.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t px-3 py-2">
      <FileCode aria-hidden className="size-4 text-ink-muted" />
      <span className="text-ink-muted">{t("view")}</span>
      {plan.stacks.map(({ key }) => (
        <Button key={key} size="sm" aria-label={t("viewOf", { stack: key })} onClick={() => setShown(key)}>
          {key}
        </Button>
      ))}
      {shown ? <TemplateDialog runId={plan.runId} stackKey={shown} onClose={() => setShown(null)} /> : null}
    </div>
  );
}

function TemplateDialog({
  runId,
  stackKey,
  onClose,
}: {
  runId: string;
  stackKey: string;
  onClose: () => void;
}) {
  const t = useTranslations("template");
  const states = useTranslations("states");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const options = trpc.runs.template.queryOptions({ runId, stackKey });
  const query = useQuery({ ...options, staleTime: Number.POSITIVE_INFINITY }); // A plan never changes.
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { stack: stackKey })}
      description={t("body")}
      className="max-w-4xl"
      footer={query.data ? <CopyButton text={query.data.template} label={t("copy")} /> : null}
    >
      {query.data ? (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must reach it (WCAG 2.1.1)
          tabIndex={0}
          className="max-h-[60vh] overflow-auto rounded-md border bg-canvas p-3 font-mono text-xs"
        >
          {query.data.template}
        </pre>
      ) : null}
      {query.error ? <ErrorState title={states("loadFailed")}>{errorText(query.error)}</ErrorState> : null}
      {query.isPending ? <Skeleton className="h-64" /> : null}
    </Dialog>
  );
}
