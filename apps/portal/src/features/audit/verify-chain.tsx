"use client";
import { Button } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "../../components/use-error-text";
import { useTRPC } from "../../trpc/client";

/** Checks on demand that no row of the trail was changed or taken out. */
export function VerifyChain() {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const query = useQuery({ ...trpc.audit.verify.queryOptions(), enabled: false, staleTime: 0 });
  const verdict = query.data;
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      <p role="status" className="min-w-0">
        {query.error ? <span className="text-bad">{errorText(query.error)}</span> : null}
        {verdict?.isIntact ? (
          <span className="flex items-center gap-1 text-good">
            <ShieldCheck aria-hidden className="size-4" />
            {t("intact", { count: verdict.checked })}
          </span>
        ) : null}
        {verdict && !verdict.isIntact ? (
          <span className="flex items-center gap-1 text-bad">
            <ShieldAlert aria-hidden className="size-4" />
            {t("broken", { sequence: verdict.firstBadSequence ?? 0 })}
          </span>
        ) : null}
      </p>
      <Button isBusy={query.isFetching} onClick={() => query.refetch()}>
        <ShieldCheck aria-hidden />
        {t("verify")}
      </Button>
    </div>
  );
}
