import { createProcedures } from "@greenroom/trpc";
import type { Actor } from "./schema";

/** The procedure builder every concept's router uses: `ctx.actor` is a signed-in person with their roles as of now. */
export const { router, createCallerFactory, publicProcedure, signedInProcedure } = createProcedures<Actor>();
