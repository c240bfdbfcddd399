"use client";
import type { EnvironmentView } from "@greenroom/environments/schema";
import { ErrorState, Skeleton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useErrorText } from "../../i18n/use-error-text";
import { ArchitectureCard } from "../../modules/architecture/architecture-card";
import { useTRPC } from "../../trpc/client";

/** What is deployed of an environment, drawn; nothing before the first stack and after the last. */
export function EnvironmentArchitecture({ environment }: { environment: EnvironmentView }) {
  const t = useTranslations("architecture");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const isThere = environment.stacks.some(({ deployedAt }) => deployedAt !== null);
  const options = trpc.runs.deployedArchitecture.queryOptions({ environmentId: environment.id });
  const query = useQuery({ ...options, enabled: isThere, staleTime: Number.POSITIVE_INFINITY });
  // It changes only when a stack is deployed or removed, which the page hears of anyway.
  const stamp = environment.stacks.map(({ key, deployedAt }) => `${key} ${deployedAt?.getTime()}`).join();
  const drawn = useRef(stamp);
  const { refetch } = query;
  useEffect(() => {
    if (drawn.current === stamp) return;
    drawn.current = stamp;
    void refetch();
  }, [stamp, refetch]);
  if (!isThere) return null;
  if (query.error) return <ErrorState title={t("unread")}>{errorText(query.error)}</ErrorState>;
  return query.data ? (
    <ArchitectureCard view={query.data} dashboards={environment.dashboards} />
  ) : (
    <Skeleton className="h-80 rounded-lg" />
  );
}
