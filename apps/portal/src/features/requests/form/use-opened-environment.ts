"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/client";

/**
 * The environment as it was when a form was opened on it: a change in between is refused as stale, not shown.
 */
export function useOpenedEnvironment(environmentId: string) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.environments.get.queryOptions({ environmentId }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: "always",
  });
}
