import type { ErrorData } from "@greenroom/trpc";
import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import superjson from "superjson";

/** Whether trying the same read again may help: not when the server understood it and said no. */
function shouldRetry(failures: number, error: unknown): boolean {
  const { httpStatus: status } = dataOf(error);
  return (status === undefined || status >= 500 || status === 429) && failures < 2;
}

/** What was asked for too fast says when to ask again; everything else is tried a little later each time. */
function retryDelayMs(failures: number, error: unknown): number {
  const seconds = dataOf(error).message?.values?.seconds;
  return typeof seconds === "number" ? seconds * 1_000 : 1_000 * 2 ** failures;
}

const dataOf = (error: unknown): Partial<ErrorData & { httpStatus: number }> =>
  error instanceof TRPCClientError ? ((error.data ?? {}) as Partial<ErrorData & { httpStatus: number }>) : {};

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: shouldRetry, retryDelay: retryDelayMs },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}
