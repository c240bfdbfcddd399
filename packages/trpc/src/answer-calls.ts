import { AppError, fromUnknown, isAppError } from "@greenroom/errors";
import { type AnyRouter, getTRPCErrorShape } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createAllowance, type Rate } from "./allowance";
import type { ProcedureMeta, TrpcContext } from "./create-procedures";
import { formatError, toTrpcError } from "./format-error";
import {
  COMMAND_WORK,
  MAX_BATCH,
  MAX_BATCH_WORK,
  MAX_BODY_BYTES,
  MAX_STREAMS,
  RATES,
  type RateName,
} from "./limits";
import { readPlainJson } from "./plain-json";
import { notSignedIn, tooFast, tooManyStreams } from "./refusals";
import { createStreamSlots, onResponseEnd } from "./stream-slots";
import { createTurns } from "./turns";
import { wire } from "./wire";

export interface CallsInput<Actor> {
  /** Path that all calls begin with: "/api/trpc". */
  endpoint: string;
  router: () => AnyRouter;
  createContext: () => Promise<TrpcContext<Actor>>;
  /** Whose allowances and streams a call counts for. */
  idOf: (actor: Actor) => string;
  /** Seconds until a database that is away is asked for again. */
  retryAfterSeconds: number;
  /** Tests of something else widen these. */
  rates?: Record<RateName, Rate>;
  /** Milliseconds of a clock that never goes back. */
  now?: () => number;
}

type Call = { type: "query" | "mutation" | "subscription"; meta?: ProcedureMeta };

/**
 * Answers calls over HTTP, for signed-in people only: nothing of what is sent is read before that is known. A
 * request that is too large, too deep, no plain JSON, or asks for too much at once or in a row, is refused as
 * a whole, with one line in the log.
 */
export function createCallHandler<Actor>(input: CallsInput<Actor>): (request: Request) => Promise<Response> {
  const rates = input.rates ?? RATES;
  const allowances = {
    estimates: createAllowance(rates.estimates, input.now),
    commands: createAllowance(rates.commands, input.now),
    streams: createAllowance(rates.streams, input.now),
  };
  const slots = createStreamSlots(MAX_STREAMS);
  // Forty commands of one person then hold one connection to the database, and not all there are while they
  // wait for each other.
  const inTurn = createTurns();

  /** @returns how to give back the place of a stream; null for what is no stream */
  function spend(calls: readonly Call[], who: string): (() => void) | null {
    const take = (name: RateName, amount: number) => {
      const seconds = amount === 0 ? 0 : allowances[name].take(who, amount);
      if (seconds > 0) throw tooFast(seconds);
    };
    take("commands", calls.filter(({ type }) => type === "mutation").length);
    take(
      "estimates",
      calls.reduce((sum, { meta }) => sum + (meta?.work ?? 0), 0),
    );
    if (!calls.some(({ type }) => type === "subscription")) return null;
    take("streams", 1);
    const release = slots.take(who);
    if (!release) throw tooManyStreams();
    return release;
  }

  return async (request) => {
    const router = input.router();
    const context = await input.createContext();
    let release: (() => void) | null = null;
    try {
      const calls = readCalls(router, request, input.endpoint);
      const actor = await context.loadActor();
      if (!actor) throw notSignedIn();
      const plain = await readRequest(request);
      release = spend(calls, input.idOf(actor));
      if (release) request.signal.addEventListener("abort", release, { once: true });
      const call = () =>
        fetchRequestHandler({
          endpoint: input.endpoint,
          req: plain,
          router,
          createContext: () => ({ ...context, loadActor: async () => actor }),
          allowMethodOverride: true,
          // What a procedure threw has its line already (see createProcedures); this is what tRPC itself
          // refused.
          onError: ({ error: { message, cause }, path }) => {
            if (!isAppError(cause)) context.log.info({ path, message }, "call refused");
          },
          responseMeta: ({ errors }) =>
            errors.some(({ code }) => code === "SERVICE_UNAVAILABLE")
              ? { status: 503, headers: { "retry-after": String(input.retryAfterSeconds) } }
              : {},
        });
      const hasCommand = calls.some(({ type }) => type === "mutation");
      const response = await (hasCommand ? inTurn(input.idOf(actor), call) : call());
      return release ? onResponseEnd(response, release) : response;
    } catch (error) {
      release?.();
      return refuse(router, context, fromUnknown(error), input.retryAfterSeconds);
    }
  };
}

/**
 * What a request calls, by its address alone. Paths that nobody knows are left to tRPC, which answers 404.
 */
function readCalls(router: AnyRouter, request: Request, endpoint: string): Call[] {
  const url = new URL(request.url);
  if (url.searchParams.has("connectionParams"))
    throw new AppError("input.unknown", { value: "connectionParams" });
  let path: string;
  try {
    path = decodeURIComponent(url.pathname.slice(endpoint.length + 1));
  } catch (cause) {
    throw new AppError("input.malformed", undefined, { cause });
  }
  const paths = url.searchParams.get("batch") === "1" ? path.split(",") : [path];
  if (paths.length > MAX_BATCH) throw new AppError("input.batch", { limit: MAX_BATCH });
  const known = router._def.procedures as Record<string, { _def: Call }>;
  const calls = paths.flatMap((name) => (Object.hasOwn(known, name) ? [known[name]!._def] : []));
  const work = calls.reduce(
    (sum, { type, meta }) => sum + (type === "mutation" ? COMMAND_WORK : (meta?.work ?? 1)),
    0,
  );
  if (work > MAX_BATCH_WORK) throw new AppError("input.batchWork");
  return calls;
}

/** The request with a body that was read, and found to be plain JSON. */
async function readRequest(request: Request): Promise<Request> {
  const url = new URL(request.url);
  if (request.method !== "POST") {
    const query = url.searchParams.get("input");
    if (query) readPlainJson(query);
    return request;
  }
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("input.notJson");
  const body = await readBody(request);
  readPlainJson(body);
  const { url: address, method, headers, signal } = request;
  return new Request(address, { method, headers, signal, body });
}

/** @throws INVALID_INPUT as soon as more was sent than is taken */
async function readBody(request: Request): Promise<string> {
  const tooLarge = () => new AppError("input.tooLarge", { limit: MAX_BODY_BYTES / 1024 });
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** One error for the whole request; clients of a batch take it for each of their calls. */
function refuse<Actor>(
  router: AnyRouter,
  { log }: TrpcContext<Actor>,
  appError: AppError,
  retryAfterSeconds: number,
): Response {
  const error = toTrpcError(appError);
  const { appCode, message } = formatError(error);
  if (appCode === "INTERNAL") log.error({ err: appError.cause ?? appError }, "call failed");
  else log.info({ appCode, message: error.message }, "call refused");
  const shape = getTRPCErrorShape({
    config: router._def._config,
    error,
    type: "unknown",
    path: undefined,
    input: undefined,
    ctx: undefined,
  });
  const status = (shape as { data: { httpStatus: number } }).data.httpStatus;
  const seconds = status === 503 ? retryAfterSeconds : message.values?.seconds;
  const headers = typeof seconds === "number" ? { "retry-after": String(seconds) } : undefined;
  return Response.json({ error: wire.output.serialize(shape) }, { status, headers });
}
