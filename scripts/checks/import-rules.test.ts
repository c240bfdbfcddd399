import { expect, it } from "vitest";
import check from "./import-rules.mjs";
import { problemsIn } from "./sample";

const clean = {
  "packages/requests/src/index.ts": 'import { a } from "@greenroom/environments/schema"; export { a };',
  "packages/environments/src/schema.ts": 'import { z } from "zod"; export const a = z.string();',
  "apps/portal/src/features/requests/form.tsx":
    'import { a } from "@greenroom/environments/schema"; export { a };',
};

it("lets the allowed directions pass", () => {
  expect(problemsIn(check, clean)).toEqual([]);
});

it.each([
  ["upward", "packages/environments/src/index.ts", "@greenroom/requests", /downward only/],
  [
    "another concept's handlers",
    "packages/requests/src/a.ts",
    "@greenroom/environments/handlers",
    /may see only/,
  ],
  [
    "another package's files by path",
    "packages/requests/src/a.ts",
    "../../audit/src/index",
    /by its package name/,
  ],
  [
    "Prisma in a feature",
    "apps/portal/src/features/requests/form.tsx",
    "@greenroom/prisma",
    /may not import/,
  ],
  ["the CDK outside of templates", "packages/cloud/src/a.ts", "aws-cdk-lib", /only infra-templates may/],
  [
    "the CDK through the root export",
    "apps/portal/src/app/a.ts",
    "@greenroom/infra-templates",
    /may not import/,
  ],
  [
    "the AWS SDK in the portal",
    "apps/portal/src/server/a.ts",
    "@aws-sdk/client-cloudformation",
    /only cloud may/,
  ],
  ["a carrier that knows a concept", "packages/queue/src/a.ts", "@greenroom/audit", /downward only/],
  ["Node in a schema", "packages/environments/src/schema.ts", "node:fs", /browser too/],
  ["an app", "packages/cloud/src/a.ts", "@greenroom/aws-sandbox", /may not import/],
  ["itself by name", "packages/audit/src/a.ts", "@greenroom/audit", /its own files/],
])("refuses %s", (_what, file, request, message) => {
  const files = { "packages/audit/src/index.ts": "export const x = 1;", [file]: `import "${request}";` };
  expect(problemsIn(check, files).join()).toMatch(message);
});

it.each([
  [
    "a feature of a feature",
    "apps/portal/src/features/requests/a.ts",
    "../audit/b",
    "apps/portal/src/features/audit/b.ts",
  ],
  [
    "a module of a feature",
    "apps/portal/src/modules/costs/a.ts",
    "../../features/audit/b",
    "apps/portal/src/features/audit/b.ts",
  ],
  [
    "a feature of the server",
    "apps/portal/src/features/requests/a.ts",
    "../../server/b",
    "apps/portal/src/server/b.ts",
  ],
  [
    "a router of a handler",
    "packages/audit/src/router.ts",
    "./handlers/b",
    "packages/audit/src/handlers/b.ts",
  ],
  [
    "a schema of a command",
    "packages/audit/src/schema.ts",
    "./commands/b",
    "packages/audit/src/commands/b.ts",
  ],
])("refuses an import by %s", (_what, file, request, target) => {
  expect(problemsIn(check, { [file]: `import "${request}";`, [target]: "export const b = 1;" })).toHaveLength(
    1,
  );
});
