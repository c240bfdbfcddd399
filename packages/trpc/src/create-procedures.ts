import type { Logger } from "@greenroom/logger";
import { initTRPC } from "@trpc/server";
import { formatError, isOfInput, toTrpcError } from "./format-error";
import { notSignedIn } from "./refusals";
import { wire } from "./wire";

export interface TrpcContext<Actor> {
  /** Reads who calls, afresh for every request, so that a revoked role counts at once. Null for a visitor. */
  loadActor: () => Promise<Actor | null>;
  log: Logger;
}

export interface ProcedureMeta {
  /**
   * Of a read that keeps the processor busy: how much, in units of a plain read (some 5 ms). Such reads have
   * an allowance.
   */
  work?: number;
}

/**
 * The procedures all routers are built from. `publicProcedure` serves anyone, `signedInProcedure` gives
 * `ctx.actor`. Whatever a procedure throws leaves as a TRPCError that carries an AppError; unexpected ones
 * are logged here, once.
 */
export function createProcedures<Actor>() {
  const t = initTRPC
    .context<TrpcContext<Actor>>()
    .meta<ProcedureMeta>()
    .create({
      transformer: wire,
      errorFormatter: ({ shape, error }) => ({
        ...shape,
        message: toTrpcError(error).message,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          ...formatError(error),
        },
      }),
      sse: {
        // Proxies cut silent streams after 30 s; the client reconnects when it misses two pings.
        ping: { enabled: true, intervalMs: 10_000 },
        client: { reconnectAfterInactivityMs: 25_000 },
      },
    });

  const withErrors = t.middleware(async ({ next, ctx, path, getRawInput }) => {
    const result = await next();
    if (result.ok) return result;
    // An input is read for the sake of a message only when it was read before: never of somebody who is not
    // signed in.
    const error = toTrpcError(result.error, isOfInput(result.error) ? await getRawInput() : undefined);
    const { appCode } = formatError(error);
    if (appCode === "INTERNAL")
      ctx.log.error({ err: (error.cause as Error)?.cause ?? error, path }, "procedure failed");
    else ctx.log.info({ path, appCode, message: error.message }, "procedure refused");
    return { ...result, error };
  });

  const publicProcedure = t.procedure.use(withErrors);
  const signedInProcedure = publicProcedure.use(async ({ ctx, next }) => {
    const actor = await ctx.loadActor();
    if (!actor) throw notSignedIn();
    return next({ ctx: { ...ctx, actor } });
  });

  return { router: t.router, createCallerFactory: t.createCallerFactory, publicProcedure, signedInProcedure };
}
