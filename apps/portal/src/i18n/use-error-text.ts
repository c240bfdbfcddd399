"use client";
import { type Message, message, say } from "@greenroom/messages";
import type { ErrorData } from "@greenroom/trpc";
import { TRPCClientError } from "@trpc/client";
import { useLocale } from "next-intl";
import { useCallback } from "react";

/** What the server said about an error, as far as it came from the server. */
export function errorDataOf(error: unknown): Partial<ErrorData> {
  return error instanceof TRPCClientError ? ((error.data ?? {}) as Partial<ErrorData>) : {};
}

/** Says messages in the reader's language. */
export function useSay(): (message: Message) => string {
  const locale = useLocale();
  return useCallback((message) => say(locale, message), [locale]);
}

/** What went wrong and what to do next, for whatever a query or an act failed with. */
export function useErrorText(): (error: unknown) => string {
  const sayIt = useSay();
  return useCallback((error) => sayIt(errorDataOf(error).message ?? message("network")), [sayIt]);
}
