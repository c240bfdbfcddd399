import { AppError } from "@greenroom/errors";
import { createProcedures } from "@greenroom/trpc";
import type { Actor } from "./schema";

const procedures = createProcedures<Actor>();

export const { router, createCallerFactory } = procedures;

/**
 * The procedure every concept's router builds on: `ctx.actor` is a signed-in person with their roles as of
 * now.
 */
export const signedInProcedure = procedures.signedInProcedure.use(async ({ getRawInput, next }) => {
  if (holdsNul(await getRawInput())) {
    throw new AppError("textInvalid");
  }
  return next();
});

/** Postgres takes no NUL in text, so a search, an id or a note with one could only end in a fault. */
function holdsNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0");
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, item]) => key.includes("\0") || holdsNul(item));
}
