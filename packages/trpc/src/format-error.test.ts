import { AppError, ERROR_CODES } from "@greenroom/errors";
import { createLogger } from "@greenroom/logger";
import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createProcedures, formatError } from "./index";

const { router, publicProcedure, signedInProcedure, createCallerFactory } = createProcedures<{
  name: string;
}>();
const fails = (error: unknown) =>
  publicProcedure.query(() => {
    throw error;
  });
const callerOf = (procedures: Parameters<typeof router>[0], actor: { name: string } | null = null) =>
  createCallerFactory(router(procedures))({
    loadActor: async () => actor,
    log: createLogger("test", "silent"),
  }) as Record<string, (input?: unknown) => Promise<unknown>>;
const caught = (promise: Promise<unknown> | undefined) =>
  promise!.then(
    () => expect.unreachable("it should have thrown"),
    (error: unknown) => error as TRPCError,
  ) as Promise<TRPCError>;

describe("errors of a procedure", () => {
  it.each([
    new AppError("nameTaken", { name: "blue" }, { field: "name" }),
    new AppError("requestNotFound", undefined, { field: "name" }),
    new AppError("tooFast", { seconds: 3 }, { field: "name" }),
  ])("$code keeps its message, its data and the HTTP status of the table", async (thrown) => {
    const error = await caught(callerOf({ act: fails(thrown) }).act?.());
    expect(getHTTPStatusCodeFromError(error)).toBe(ERROR_CODES[thrown.code].http);
    expect(error.message).toBe(thrown.message);
    expect(formatError(error)).toEqual({
      appCode: thrown.code,
      message: thrown.says,
      field: "name",
      fieldErrors: [],
    });
  });

  it("hides what an unexpected error said", async () => {
    const error = await caught(callerOf({ act: fails(new Error("secret")) }).act?.());
    expect(error.message).not.toContain("secret");
    expect(formatError(error).appCode).toBe("INTERNAL");
  });

  it("answers 503 when the database is away", async () => {
    const error = await caught(
      callerOf({ act: fails(Object.assign(new Error("x"), { code: "P1001" })) }).act?.(),
    );
    expect(getHTTPStatusCodeFromError(error)).toBe(503);
  });

  it("takes the blame for an output, or a row, that its schema refuses", async () => {
    const usd = z.object({ usd: z.string().regex(/^\d+$/) });
    const act = publicProcedure
      .input(z.object({ usd: z.string() }))
      .output(usd)
      .query(({ input }) => input);
    const parses = fails(usd.safeParse({}).error);
    for (const promise of [callerOf({ act }).act?.({ usd: "NaN" }), callerOf({ act: parses }).act?.()]) {
      const error = await caught(promise);
      expect(getHTTPStatusCodeFromError(error)).toBe(500);
      expect(formatError(error)).toMatchObject({ appCode: "INTERNAL", field: null, fieldErrors: [] });
    }
  });

  it("lists every wrong field of an input", async () => {
    const act = publicProcedure
      .input(z.strictObject({ name: z.string(), days: z.number() }))
      .query(() => null);
    const error = await caught(callerOf({ act }).act?.({ name: 1, days: "x" }));
    expect(formatError(error)).toMatchObject({
      appCode: "INVALID_INPUT",
      fieldErrors: [{ field: "name" }, { field: "days" }],
    });
  });
});

describe("an input that is refused", () => {
  const act = publicProcedure
    .input(
      z.strictObject({
        name: z
          .string()
          .min(1, { error: "name.empty", abort: true })
          .regex(/^[a-z]+$/, "name.pattern"),
        stage: z.enum(["dev", "prod"]),
      }),
    )
    .query(() => null);

  it.each([
    [{ name: "Shop", stage: "dev" }, "name", "name.pattern", /^"Shop" cannot be a name\. Use lower-case/],
    [{ name: "", stage: "dev" }, "name", "name.empty", /^Enter a name/],
    [{ name: "shop", stage: "moon" }, "stage", "input.choice", /^"moon" is not .* stage\. .*: dev, prod\.$/],
    [{ name: "shop" }, "stage", "input.missing", /stage is missing/],
    [{ name: "shop", stage: "dev", extra: 1 }, null, "input.unknown", /^"extra" is not known/],
    [{ name: 7, stage: "dev" }, "name", "fieldInvalid", /^"7" cannot be used/],
  ])("%j is told in a sentence with its key", async (input, field, key, message) => {
    const error = await caught(callerOf({ act }).act?.(input));
    expect(error.message).toMatch(message);
    expect(formatError(error)).toMatchObject({ appCode: "INVALID_INPUT", field, message: { key } });
    expect(formatError(error).fieldErrors[0]?.message).toEqual(formatError(error).message);
  });

  it("names the choices of a union's kind", async () => {
    const kinds = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("CREATE") }),
      z.object({ kind: z.literal("CHANGE") }),
    ]);
    const error = await caught(
      callerOf({ act: publicProcedure.input(kinds).query(() => null) }).act?.({ kind: "BREAK" }),
    );
    expect(error.message).toBe('"BREAK" is not a choice for kind. Choose one of: CREATE, CHANGE.');
  });

  it.each([
    ["POST", "", "{bad"],
    ["POST", "?batch=1", "{bad"],
    ["GET", `?input=${encodeURIComponent("{bad")}`, undefined],
  ])("malformed JSON by %s%s is the sender's fault, and no error in the log", async (method, query, body) => {
    const procedure = publicProcedure.input(z.object({ name: z.string() }));
    const faults: unknown[] = [];
    const log = { info() {}, error: (...line: unknown[]) => faults.push(line) } as never;
    const response = await fetchRequestHandler({
      endpoint: "/trpc",
      req: new Request(`http://localhost/trpc/act${query}`, {
        method,
        body,
        headers: { "content-type": "application/json" },
      }),
      router: router({
        act: method === "GET" ? procedure.query(() => null) : procedure.mutation(() => null),
      }),
      createContext: () => ({ loadActor: async () => null, log }),
    });
    const text = await response.text();
    expect(response.status, text).toBe(400);
    expect(text).toContain("INVALID_INPUT");
    expect(text).toContain("not valid JSON");
    expect(text).not.toContain("SyntaxError");
    expect(faults).toEqual([]);
  });
});

describe("signedInProcedure", () => {
  it("refuses a visitor and hands over the actor", async () => {
    const act = signedInProcedure.query(({ ctx }) => ctx.actor.name);
    expect(formatError(await caught(callerOf({ act }).act?.())).appCode).toBe("UNAUTHENTICATED");
    expect(await callerOf({ act }, { name: "Rina" }).act?.()).toBe("Rina");
  });
});
