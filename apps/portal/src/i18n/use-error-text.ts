"use client";
import type { Wording, WordingDetails } from "@greenroom/errors";
import type { ErrorData } from "@greenroom/trpc";
import { TRPCClientError } from "@trpc/client";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { type ErrorCatalogue, sayWording } from "./say-wording";

/** What the server said about an error, as far as it came from the server. */
export function errorDataOf(error: unknown): Partial<ErrorData> {
  return error instanceof TRPCClientError ? ((error.data ?? {}) as Partial<ErrorData>) : {};
}

/** Says what is kept with its key in the reader's language; what has none stays in its own words. */
export function useWords(): (wording: Wording) => string {
  const t = useTranslations("errors");
  const locale = useLocale();
  return useCallback((wording) => sayWording(t as ErrorCatalogue, locale, wording), [t, locale]);
}

/** The same for a message whose parts come separately. */
export function useMessage(): (
  key: string | null | undefined,
  details: WordingDetails | null,
  fallback: string,
) => string {
  const words = useWords();
  return useCallback(
    (key, details, fallback) =>
      words({ message: fallback, messageKey: key ?? undefined, details: details ?? undefined }),
    [words],
  );
}

/** What went wrong and what to do next, for whatever a query or an act failed with. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("errors");
  const message = useMessage();
  return useCallback(
    (error) => {
      const data = errorDataOf(error);
      if (!data.appCode) return t("network");
      const fallback = error instanceof Error && error.message ? error.message : t("internal");
      return message(data.messageKey, data.details ?? null, fallback);
    },
    [t, message],
  );
}
