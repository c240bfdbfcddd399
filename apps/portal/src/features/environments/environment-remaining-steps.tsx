"use client";
import type { RemainingStep } from "@greenroom/environments/schema";
import { blueprintText } from "@greenroom/infra-templates/catalog";
import { Button, Card, CopyText } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client";

/**
 * What CloudFormation cannot do in a cluster: how to get in, what to install, and the files for it, filled
 * in.
 */
export function EnvironmentRemainingSteps({ environmentId }: { environmentId: string }) {
  const t = useTranslations("environment.remaining");
  const trpc = useTRPC();
  const query = useQuery(trpc.environments.remainingSteps.queryOptions({ environmentId }));
  const steps = query.data ?? [];
  if (steps.length === 0) return null;
  const files = steps.flatMap((step) => step.files);
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-ink-muted">{t("help")}</p>
      <ol className="grid list-decimal gap-4 pl-5">
        {steps.map((step) => (
          <li key={step.key}>
            <Step step={step} />
          </li>
        ))}
      </ol>
      {files.length > 0 ? (
        <div className="mt-4">
          <Button onClick={() => files.forEach(save)}>
            <Download aria-hidden />
            {t("downloadAll", { count: files.length })}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function Step({ step }: { step: RemainingStep }) {
  const t = useTranslations("environment.remaining");
  const locale = useLocale();
  return (
    <div className="grid min-w-0 gap-2">
      <h3 className="font-medium">{blueprintText(step.title, locale)}</h3>
      <p className="break-words text-ink-muted">{blueprintText(step.why, locale)}</p>
      {step.files.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {step.files.map((file) => (
            <li key={file.name}>
              <Button onClick={() => save(file)} aria-label={t("download", { name: file.name })}>
                <Download aria-hidden />
                {file.name}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="grid gap-1">
        {step.commands.map((command) => (
          <li key={command}>
            <CopyText text={command} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function save({ name, content }: RemainingStep["files"][number]): void {
  const url = URL.createObjectURL(new Blob([content], { type: "application/yaml" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
