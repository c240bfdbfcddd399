"use client";
import type { ChainVerdict } from "@greenroom/audit/schema";
import { Button, ExactTime } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorText } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";

/** Checks on demand that no audit entry was changed or taken out, and says how far that can be told. */
export function VerifyChain() {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const query = useQuery({ ...trpc.audit.verify.queryOptions(), enabled: false, staleTime: 0 });
  return (
    <div className="flex flex-wrap items-start justify-end gap-2">
      <div role="status" className="grid min-w-0 max-w-xl gap-1">
        {query.error ? <p className="text-bad">{errorText(query.error)}</p> : null}
        {query.data ? <Verdict verdict={query.data} /> : null}
      </div>
      <Button isBusy={query.isFetching} onClick={() => query.refetch()}>
        <ShieldCheck aria-hidden />
        {t("verify")}
      </Button>
    </div>
  );
}

function Verdict({ verdict }: { verdict: ChainVerdict }) {
  const t = useTranslations("audit");
  const { checked, checkpoint, firstBadSequence, firstBadCheckpoint, uncovered, isOverdue } = verdict;
  return (
    <>
      {firstBadSequence === null ? (
        <p className="flex items-center gap-1 text-good">
          <ShieldCheck aria-hidden className="size-4 shrink-0" />
          {t("intact", { count: checked })}
        </p>
      ) : (
        <Alarm>{t("broken", { sequence: firstBadSequence })}</Alarm>
      )}
      {firstBadCheckpoint === null ? null : (
        <Alarm>{t("badCheckpoint", { number: firstBadCheckpoint })}</Alarm>
      )}
      <p className="text-ink-muted text-sm">
        {checkpoint
          ? t.rich("covered", {
              number: checkpoint.number,
              sequence: checkpoint.sequence,
              at: () => <ExactTime value={new Date(checkpoint.at)} />,
            })
          : t("noCheckpoint")}{" "}
        {checkpoint && firstBadSequence === null ? t("uncovered", { count: uncovered }) : null}
      </p>
      {isOverdue ? <Alarm>{t("overdue")}</Alarm> : null}
    </>
  );
}

function Alarm({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-1 text-bad">
      <ShieldAlert aria-hidden className="size-4 shrink-0" />
      {children}
    </p>
  );
}
