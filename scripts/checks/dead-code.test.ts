import { expect, it } from "vitest";
import check from "./dead-code.mjs";
import { problemsIn } from "./sample";

const main = "apps/portal/src/main.ts";

it("finds an export that nobody imports, and none that somebody does", () => {
  const problems = problemsIn(check, {
    [main]: 'import { used } from "./acts"; used();',
    "apps/portal/src/acts.ts": "export const used = () => 1; export const idle = () => 2;",
  });
  expect(problems).toEqual([
    `apps/portal/src/acts.ts:1: nobody imports idle: delete it, or do not export it`,
  ]);
});

it("finds a file that nothing imports", () => {
  expect(problemsIn(check, { "apps/portal/src/lonely.ts": "export const a = 1;" })).toEqual([
    "apps/portal/src/lonely.ts is imported by nothing: delete it",
  ]);
});

it("follows names through an index, and does not take the index for a user", () => {
  const problems = problemsIn(check, {
    [main]: 'import { used } from "@greenroom/audit"; used();',
    "apps/portal/package.json": { name: "@greenroom/portal", dependencies: { "@greenroom/audit": "*" } },
    "packages/audit/src/index.ts": 'export * from "./acts";',
    "packages/audit/src/acts.ts": "export const used = () => 1; export const idle = () => 2;",
  });
  expect(problems).toEqual([
    "packages/audit/src/acts.ts:1: nobody imports idle: delete it, or do not export it",
  ]);
});

it("keeps a program that is started by its file name", () => {
  const problems = problemsIn(check, {
    [main]: 'import { spawn } from "node:child_process"; spawn("node", ["./child.ts"]);',
    "apps/portal/src/child.ts": "export const a = 1;",
  });
  expect(problems).toEqual([]);
});

it("finds a dependency that nothing uses, and one that is not declared", () => {
  const problems = problemsIn(check, {
    [main]: 'import "left-pad";',
    "apps/portal/package.json": { name: "@greenroom/portal", dependencies: { "right-pad": "1.0.0" } },
  });
  expect(problems).toEqual([
    "apps/portal/package.json: nothing uses right-pad",
    "apps/portal/package.json: left-pad is imported, but not declared",
  ]);
});
