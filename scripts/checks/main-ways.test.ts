import { expect, it } from "vitest";
import { projectInFolder } from "../testing/sample-project";
import { brokenWays } from "./main-ways.mjs";

const PAGE = "docs/architecture.md";
const FILES = {
  "apps/a.ts": 'import { b } from "./b"; export const a = b;',
  "apps/b.ts": 'export const b = 1; export const job = "wake.up";',
  "apps/c.ts": 'import { d } from "./index"; export const handlers = { "wake.up": d };',
  "apps/index.ts": 'export { d } from "./d";',
  "apps/d.ts": "export const d = 1;",
};
const wayOf = (...steps: string[]) =>
  `Way:\n\n${steps.map((step, index) => `${index + 1}. ${step}`).join("\n")}\n`;
const GOOD = wayOf("`apps/a.ts`: asks", "`apps/b.ts`: wakes ⇢ `wake.up`", "`apps/c.ts`", "`apps/d.ts`");

async function problemsOf(...ways: string[]): Promise<string[]> {
  const { project, remove } = projectInFolder({ ...FILES, [PAGE]: ways.join("\n") });
  const problems = await brokenWays(project, PAGE);
  remove();
  return problems;
}

it("follows imports, also against their direction and through an index, and names that two files hold", async () => {
  expect(await problemsOf(GOOD, GOOD, GOOD, wayOf("`apps/d.ts`", "`apps/c.ts`"))).toEqual([]);
});

it("finds a file that is gone, a step that nothing connects, a name that one lacks, and a way too long", async () => {
  const long = wayOf(...Array.from({ length: 9 }, (_, index) => `\`apps/${index % 2 ? "a" : "b"}.ts\``));
  expect(
    await problemsOf(
      wayOf("`apps/a.ts`", "`apps/gone.ts`"),
      wayOf("`apps/a.ts`", "`apps/d.ts`"),
      long,
      wayOf("`apps/a.ts` ⇢ `wake.up`", "`apps/c.ts`"),
    ),
  ).toEqual([
    `${PAGE}: apps/gone.ts is not there`,
    `${PAGE}: apps/a.ts and apps/d.ts do not import each other`,
    `${PAGE}: the way from apps/b.ts has 9 files, at most 8`,
    `${PAGE}: apps/a.ts does not mention wake.up`,
  ]);
});

it("misses a way that the page does not show", async () => {
  expect(await problemsOf(GOOD)).toEqual([`${PAGE}: it shows 1 of 4 ways`]);
});
