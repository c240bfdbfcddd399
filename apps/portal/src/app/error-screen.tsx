"use client";
import { Button, ErrorState } from "@greenroom/ui";
import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect } from "react";

/** How long until a page that failed tries again by itself: the database may be on its way back. */
const RETRY_MS = 5_000;

/** A page that could not be made: what happened, what to do; it tries again by itself. */
export function ErrorScreen({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("states");
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new error starts the wait again
  useEffect(() => {
    const timer = setTimeout(retry, RETRY_MS);
    return () => clearTimeout(timer);
  }, [error]);
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-3 p-4">
      <h1 className="font-semibold text-xl">{t("pageFailed")}</h1>
      <ErrorState
        title={t("pageFailedTitle")}
        action={
          <Button size="sm" onClick={retry}>
            <RotateCw aria-hidden />
            {t("retry")}
          </Button>
        }
      >
        {t("pageFailedBody")}
        {error.digest ? (
          <span className="ml-1 text-ink-muted">{t("errorCode", { code: error.digest })}</span>
        ) : null}
      </ErrorState>
    </div>
  );
}
