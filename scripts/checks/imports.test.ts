import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { projectInFolder } from "../testing/sample-project";
import imports from "./imports.mjs";

const CONCEPT = {
  ".": "./src/index.ts",
  "./schema": "./src/schema.ts",
  "./router": "./src/router.ts",
  "./handlers": "./src/handlers/index.ts",
};
const WORKSPACES: Record<string, Record<string, string>> = {
  "packages/audit": CONCEPT,
  "packages/environments": CONCEPT,
  "packages/requests": CONCEPT,
  "packages/pricing": { ".": "./src/index.ts" },
  "packages/queue": { ".": "./src/index.ts" },
  "packages/cloud": { ".": "./src/index.ts" },
  "packages/trpc": { "./testing": "./testing/index.ts" },
  "infra-templates": { ".": "./src/index.ts", "./catalog": "./src/catalog.ts" },
  prisma: { ".": "./src/index.ts" },
  "apps/portal": {},
  "apps/aws-sandbox": { ".": "./src/index.ts" },
};
const nameOf = (workspace: string) => `@greenroom/${path.basename(workspace)}`;
const FROM_NPM = ["aws-cdk-lib", "@aws-sdk/client-sts", "bullmq", "react"];

const REFUSED: [what: string, file: string, request: string, why: RegExp][] = [
  ["upward", "packages/environments/src/a.ts", "@greenroom/requests", /layer|may import/],
  [
    "another concept's handlers",
    "packages/requests/src/a.ts",
    "@greenroom/environments/handlers",
    /may import/,
  ],
  [
    "another concept's inner file",
    "packages/requests/src/b.ts",
    "../../environments/src/inner",
    /by its name/,
  ],
  ["another concept's index by path", "packages/requests/src/c.ts", "../../audit/src/index", /by its name/],
  ["itself by name", "packages/audit/src/a.ts", "@greenroom/audit", /by their path/],
  ["a concept from below it", "packages/queue/src/a.ts", "@greenroom/audit", /may import/],
  ["an app", "packages/cloud/src/b.ts", "@greenroom/aws-sandbox", /may import/],
  ["the CDK outside of templates", "packages/cloud/src/a.ts", "aws-cdk-lib", /only infra-templates/],
  ["the CDK's half of the templates", "apps/portal/src/app/a.ts", "@greenroom/infra-templates", /may import/],
  ["the AWS SDK in the portal", "apps/portal/src/server/a.ts", "@aws-sdk/client-sts", /only packages\/cloud/],
  ["the cloud in the portal", "apps/portal/src/server/b.ts", "@greenroom/cloud", /may import/],
  ["handlers in the portal", "apps/portal/src/server/c.ts", "@greenroom/audit/handlers", /may import/],
  ["BullMQ outside of the queue", "packages/requests/src/d.ts", "bullmq", /only packages\/queue/],
  ["Prisma in a feature", "apps/portal/src/features/runs/a.tsx", "@greenroom/prisma", /may import/],
  [
    "a feature from another",
    "apps/portal/src/features/runs/parts/b.tsx",
    "../../audit/c",
    /meet in src\/app/,
  ],
  ["the server in a feature", "apps/portal/src/features/runs/c.tsx", "../../server/d", /over tRPC/],
  [
    "a feature in a module",
    "apps/portal/src/modules/costs/a.tsx",
    "../../features/audit/c",
    /serve the others/,
  ],
  ["a handler in a router", "packages/audit/src/router.ts", "./handlers/index", /in the worker only/],
  ["a command in a schema", "packages/audit/src/schema.ts", "./commands/a", /are pure/],
  ["a router in a command", "packages/requests/src/commands/a.ts", "../router", /below what calls/],
  ["Node in a schema", "packages/environments/src/schema.ts", "node:fs", /in the browser/],
  ["React in a schema", "packages/requests/src/schema.ts", "react", /in the browser/],
  ["Node in pricing", "packages/pricing/src/a.ts", "node:fs", /its arguments alone/],
  ["a test's fixture in the product", "packages/requests/src/e.ts", "@greenroom/trpc/testing", /for tests/],
];
const ALLOWED: [file: string, request: string][] = [
  ["packages/requests/src/f.ts", "@greenroom/environments/schema"],
  ["packages/requests/src/g.test.ts", "@greenroom/trpc/testing"],
  ["packages/requests/src/h.test.ts", "../../audit/testing/fixture"],
  ["packages/pricing/src/b.ts", "node:crypto"],
  ["apps/portal/src/features/runs/parts/e.tsx", "../../runs/f"],
  ["apps/portal/src/features/runs/f.tsx", "@greenroom/audit/router"],
  ["scripts/bench/a.ts", "../../packages/cloud/src/index"],
  ["infra-templates/src/a.ts", "aws-cdk-lib"],
];
const REST = {
  "packages/environments/src/inner.ts": "export const a = 1;",
  "packages/audit/src/commands/a.ts": "export const a = 1;",
  "packages/audit/testing/fixture.ts": "export const a = 1;",
  "apps/portal/src/features/audit/c.tsx": "export const a = <p>the import of it</p>;",
  "apps/portal/src/server/d.ts": "export const a = 1;",
  "packages/queue/src/one.ts": 'import type { B } from "./other"; export interface A { b: B }',
  "packages/queue/src/other.ts": 'import type { A } from "./one"; export interface B { a: A }',
};

let problems: string[];
beforeAll(async () => {
  const files: Record<string, string> = { ...REST };
  for (const [file, request] of [...REFUSED.map(([, ...rest]) => rest), ...ALLOWED]) {
    files[file] = `import * as a from "${request}"; export { a };`;
  }
  for (const [workspace, exported] of Object.entries(WORKSPACES)) {
    files[`${workspace}/package.json`] = JSON.stringify({ name: nameOf(workspace), exports: exported });
    for (const target of Object.values(exported))
      files[path.join(workspace, target)] ??= "export const a = 1;";
  }
  for (const name of FROM_NPM) files[`node_modules/${name}/index.js`] = "module.exports = {};";
  const { project, remove } = projectInFolder(files);
  mkdirSync(path.join(project.root, "node_modules/@greenroom"));
  for (const workspace of Object.keys(WORKSPACES)) {
    symlinkSync(
      path.join(project.root, workspace),
      path.join(project.root, "node_modules", nameOf(workspace)),
    );
  }
  problems = await imports.run(project);
  remove();
});

it.each(REFUSED)("refuses %s", (_what, file, _request, why) => {
  expect(problems.filter((problem) => problem.startsWith(`${file} imports`)).join()).toMatch(why);
});

it.each(ALLOWED)("lets %s import %s", (file) => {
  expect(problems.filter((problem) => problem.startsWith(`${file} imports`))).toEqual([]);
});

it("finds a circle that is made of types alone", () => {
  expect(problems.filter((problem) => problem.startsWith("a circle"))).toEqual([
    "a circle: packages/queue/src/one.ts → packages/queue/src/other.ts → packages/queue/src/one.ts",
  ]);
});

it("finds a part that the table names and no workspace has", () => {
  expect(problems).toContain("scripts/checks/layers.mjs names pricing/usage, which is not there");
});
