import fc from "fast-check";

/** `npm test` takes one of so many runs, others each time; `npm run test:long` takes them all. */
const SHARE = process.env.TEST_LONG === "1" ? 1 : 10;

/** The seed that `npm test` printed, or one of this process: all that is drawn follows from it. */
export const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** How often to try what a long run tries `count` times. */
export const runs = (count: number): number => Math.ceil(count / SHARE);

/** Of cases that a long run tries one and all, those that the seed draws. */
export function shareOf<Case>(cases: readonly Case[]): Case[] {
  const length = runs(cases.length);
  const subsets = fc.shuffledSubarray([...cases], { minLength: length, maxLength: length });
  return fc.sample(subsets, { numRuns: 1, seed })[0] ?? [];
}
