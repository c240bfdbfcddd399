"use client";
import { MAX_BATCH, wire } from "@greenroom/trpc/wire";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import type { inferRouterInputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "../server/app-router";
import { createQueryClient } from "./query-client";

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

export { useTRPC };
export type RouterInputs = inferRouterInputs<AppRouter>;

let browserQueryClient: QueryClient | undefined;

/** A new client for every request on the server, one for the life of the page in the browser. */
function getQueryClient(): QueryClient {
  if (typeof window === "undefined") return createQueryClient();
  browserQueryClient ??= createQueryClient();
  return browserQueryClient;
}

const url = () => `${typeof window === "undefined" ? "http://127.0.0.1" : window.location.origin}/api/trpc`;

/**
 * The way to the server: reads and acts in one batch, live events over one stream. A batch is answered as a
 * whole, so that its HTTP status is true: 503 while the database is away, where a streamed one has said 200
 * before it knows.
 */
export function TrpcReactProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: (operation) => operation.type === "subscription",
          true: httpSubscriptionLink({ url: url(), transformer: wire }),
          // A form's settings go with each question about it, and an address may only be so long: questions
          // are posted too.
          false: httpBatchLink({
            url: url(),
            transformer: wire,
            methodOverride: "POST",
            maxItems: MAX_BATCH,
          }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
