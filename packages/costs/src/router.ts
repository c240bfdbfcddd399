import { router, signedInProcedure } from "@greenroom/identity";
import { defaultPriceBook, type PriceBook } from "./price-book";
import { estimateSpec } from "./queries/estimate-spec";
import { estimateInputSchema, estimateSchema } from "./schema";

/**
 * Prices are not secret: whoever is signed in may ask what an environment would cost. The price book is read here, once,
 * so that no one's first keystroke waits for it.
 */
export function createCostsRouter({
  book = defaultPriceBook(),
  now,
}: {
  book?: PriceBook;
  now?: () => Date;
} = {}) {
  const deps = { book, now: now ?? (() => new Date()) };
  return router({
    estimate: signedInProcedure
      .input(estimateInputSchema)
      .output(estimateSchema)
      .query(({ input }) => estimateSpec(deps, input)),
  });
}
