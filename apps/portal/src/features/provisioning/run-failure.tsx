"use client";
import type { Failure, RunView } from "@greenroom/provisioning/schema";
import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWords } from "../../i18n/use-error-text";

/** What failed first, on what, in whose words, and what to do about it. */
export function RunFailure({ run, failure }: { run: RunView; failure: Failure }) {
  const t = useTranslations("run");
  const words = useWords();
  // A resource's failure without a key is what CloudFormation says of it.
  const isQuoted = failure.messageKey === undefined && failure.logicalId !== null;
  const place = [failure.stackKey, failure.logicalId, failure.resourceType].filter(Boolean).join(" · ");
  return (
    <section
      aria-labelledby="root-cause"
      className="grid gap-2 rounded-lg border border-bad/40 bg-bad-soft p-4"
    >
      <h2 id="root-cause" className="flex items-center gap-2 font-semibold text-bad">
        <CircleX aria-hidden className="size-4 shrink-0" />
        {t(run.status === "CANCELLED" ? "stoppedBecause" : "rootCause")}
      </h2>
      {place ? <p className="font-mono text-sm">{place}</p> : null}
      {isQuoted ? (
        <blockquote lang="en" className="whitespace-pre-wrap border-bad/40 border-l-2 pl-3">
          {failure.message}
        </blockquote>
      ) : (
        <p className="whitespace-pre-wrap">{words(failure)}</p>
      )}
      {failure.remedy ? (
        <p>
          <strong className="font-medium">{t("remedy")}</strong>{" "}
          {words({ message: failure.remedy, messageKey: failure.remedyKey })}
        </p>
      ) : null}
    </section>
  );
}
