"use client";
import { SPEC_MESSAGES, type SpecMessageKey, specMessage } from "@greenroom/infra-templates/catalog";
import type { ErrorData } from "@greenroom/trpc";
import { TRPCClientError } from "@trpc/client";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";

export type Details = Record<string, string | number | boolean | null>;

/** What the server said about an error, as far as it came from the server. */
export function errorDataOf(error: unknown): Partial<ErrorData> {
  return error instanceof TRPCClientError ? ((error.data ?? {}) as Partial<ErrorData>) : {};
}

/**
 * Says a message of the catalogue `errors.*` in the reader's language, or the given English when the catalogue has none.
 */
export function useMessage(): (
  key: string | null | undefined,
  details: Details | null,
  fallback: string,
) => string {
  const t = useTranslations("errors");
  const locale = useLocale();
  return useCallback(
    (key, details, fallback) => {
      if (key && key in SPEC_MESSAGES) return specMessage(key as SpecMessageKey, details ?? {}, locale);
      if (!key || !t.has(key as never)) return fallback;
      const values = Object.fromEntries(
        Object.entries(details ?? {}).map(([name, value]) => [
          name,
          typeof value === "number" ? value : String(value ?? "–"),
        ]),
      );
      return t(key as never, values as never);
    },
    [t, locale],
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
