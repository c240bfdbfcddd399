import "server-only";
import {
  defaultShouldDehydrateQuery,
  dehydrate,
  type FetchInfiniteQueryOptions,
  type FetchQueryOptions,
  HydrationBoundary,
  hashKey,
} from "@tanstack/react-query";
import { TRPCError } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { getAppRouter } from "../server/app-router";
import { createContext } from "../server/context";
import { createQueryClient } from "./query-client";

/** One cache for each request; pages read into it and the browser goes on from there. */
export const getQueryClient = cache(createQueryClient);

/** Query options that call the routers in this process. */
export const getTrpc = cache(() =>
  createTRPCOptionsProxy({ ctx: createContext, router: getAppRouter(), queryClient: getQueryClient }),
);

/** Options of any query: what they read is nothing to this module. */
interface Readable {
  queryKey: readonly unknown[];
}

/**
 * Reads what a page shows before it is sent. A failed read is left to the browser, which shows the error and
 * retries.
 */
export async function prefetch(...options: Readable[]): Promise<void> {
  await Promise.all(options.map((option) => getQueryClient().prefetchQuery(option as FetchQueryOptions)));
}

/** The same for the first part of a list that grows. */
export async function prefetchInfinite(options: Readable): Promise<void> {
  await getQueryClient().prefetchInfiniteQuery(options as FetchInfiniteQueryOptions);
}

/** Reads the one thing a page is about; what is not there, or not to be seen, is answered with 404. */
export async function prefetchOrNotFound(options: Readable): Promise<void> {
  await prefetch(options);
  const error = getQueryClient().getQueryState(options.queryKey)?.error as unknown;
  if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
}

/** What boundaries of this request have handed over already: a layout and its page share one cache. */
const getHandedOver = cache(() => new Set<string>());

/**
 * Hands what was read to the browser, each read once. A layout names what is its own: its page may be done
 * before it, and what the page hands over stands below the frame, which would then be written without it and
 * differ from what the browser makes of it.
 */
export function Hydrated({ only, children }: { only?: readonly Readable[]; children: ReactNode }) {
  const handedOver = getHandedOver();
  const own = only && new Set(only.map(({ queryKey }) => hashKey(queryKey)));
  const state = dehydrate(getQueryClient(), {
    shouldDehydrateQuery: (query) =>
      defaultShouldDehydrateQuery(query) &&
      (own ? own.has(query.queryHash) : !handedOver.has(query.queryHash)),
  });
  for (const { queryHash } of state.queries) handedOver.add(queryHash);
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}
