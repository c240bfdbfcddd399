import { AppError, ERROR_CODES, type ErrorCode } from "@greenroom/errors";
import { createLogger } from "@greenroom/logger";
import type { TRPCError } from "@trpc/server";
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
  it.each(Object.keys(ERROR_CODES) as ErrorCode[])(
    "%s keeps its message, its data and the HTTP status of the table",
    async (code) => {
      const thrown = new AppError({
        code,
        userMessage: "What is wrong and what to do.",
        messageKey: "some.key",
        details: { name: "blue" },
        field: "name",
      });
      const error = await caught(callerOf({ act: fails(thrown) }).act?.());
      expect(getHTTPStatusCodeFromError(error)).toBe(ERROR_CODES[code].http);
      expect(error.message).toBe("What is wrong and what to do.");
      expect(formatError(error)).toEqual({
        appCode: code,
        messageKey: "some.key",
        details: { name: "blue" },
        field: "name",
        fieldErrors: [],
      });
    },
  );

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

describe("signedInProcedure", () => {
  it("refuses a visitor and hands over the actor", async () => {
    const act = signedInProcedure.query(({ ctx }) => ctx.actor.name);
    expect(formatError(await caught(callerOf({ act }).act?.())).appCode).toBe("UNAUTHENTICATED");
    expect(await callerOf({ act }, { name: "Rina" }).act?.()).toBe("Rina");
  });
});
