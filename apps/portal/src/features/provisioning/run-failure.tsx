"use client";
import type { Failure, RunView } from "@greenroom/provisioning/schema";
import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSay } from "../../i18n/use-error-text";

/** What failed first, on what, in whose words, and what to do about it. */
export function RunFailure({ run, failure }: { run: RunView; failure: Failure }) {
  const t = useTranslations("run");
  const say = useSay();
  // What CloudFormation says of a resource stays in its own words.
  const isQuoted = failure.message.key === "verbatim" && failure.logicalId !== null;
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
          {say(failure.message)}
        </blockquote>
      ) : (
        <p className="whitespace-pre-wrap">{say(failure.message)}</p>
      )}
      {failure.remedy ? (
        <p>
          <strong className="font-medium">{t("remedy")}</strong> {say(failure.remedy)}
        </p>
      ) : null}
    </section>
  );
}
