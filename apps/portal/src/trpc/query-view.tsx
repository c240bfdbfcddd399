"use client";
import { Button, EmptyState, ErrorState } from "@greenroom/ui";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { errorDataOf, useErrorText } from "../i18n/use-error-text";

interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  isFetching: boolean;
  refetch: () => unknown;
}

/** A part of a page in its states: on its way, failed (with a way to try again), or there. */
export function QueryView<Data>({
  query,
  skeleton,
  children,
}: {
  query: QueryLike<Data>;
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) {
    return (
      <>
        {query.error ? <QueryError query={query} isStale /> : null}
        {children(query.data)}
      </>
    );
  }
  return query.error ? <QueryError query={query} isStale={false} /> : skeleton;
}

function QueryError({ query, isStale }: { query: QueryLike<unknown>; isStale: boolean }) {
  const t = useTranslations("states");
  const errorText = useErrorText();
  if (!isStale && errorDataOf(query.error).appCode === "NOT_FOUND") {
    return <EmptyState title={t("notFound")}>{errorText(query.error)}</EmptyState>;
  }
  return (
    <ErrorState
      title={isStale ? t("refreshFailed") : t("loadFailed")}
      action={
        <Button size="sm" isBusy={query.isFetching} onClick={() => query.refetch()}>
          <RotateCw aria-hidden />
          {t("retry")}
        </Button>
      }
    >
      {errorText(query.error)}
    </ErrorState>
  );
}
