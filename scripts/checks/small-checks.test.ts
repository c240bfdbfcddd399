import { expect, it } from "vitest";
import { problemsIn } from "../testing/sample-project";
import cloudStatuses from "./cloud-statuses.mjs";
import documents from "./documents.mjs";
import fileSizes from "./file-sizes.mjs";
import lockfile from "./lockfile.mjs";
import messages from "./messages.mjs";
import names from "./names.mjs";
import privateAddresses from "./private-addresses.mjs";
import { projectFromObject } from "./project.mjs";
import versions from "./versions.mjs";

it("finds a status of CloudFormation outside its table, and none in tests and in what answers with it", () => {
  const code = 'export const isOver = (status: string) => status === "UPDATE_COMPLETE";';
  const file = "packages/requests/src/a.ts";
  expect(problemsIn(cloudStatuses, { [file]: code })).toHaveLength(1);
  const told = [
    'status.endsWith("_FAILED")',
    'status.endsWith("FAILED")',
    "status.startsWith('ROLLBACK')",
    "/_IN_PROGRESS$/.test(status)",
    "status.match(/^(UPDATE_)?ROLLBACK_/)",
    "/^DELETE/.test(status)",
    "{\n  CREATE_COMPLETE: true,\n}",
  ];
  for (const one of told)
    expect([one, problemsIn(cloudStatuses, { [file]: `export const a = ${one};` }).length]).toEqual([one, 1]);
  for (const other of [
    'statuses.includes("FAILED")',
    "{ FAILED: true }",
    '"/update"',
    "/CREATE TABLE/.test(a)",
  ])
    expect(problemsIn(cloudStatuses, { [file]: `export const a = ${other};` })).toEqual([]);
  const free = [
    "packages/requests/src/a.test.ts",
    "packages/cloud/src/statuses.ts",
    "apps/aws-sandbox/src/a.ts",
  ];
  expect(problemsIn(cloudStatuses, Object.fromEntries(free.map((one) => [one, code])))).toEqual([]);
});

it("finds a name in a README that no code has", async () => {
  const readme = "# audit\n\n`act(deps)`, `appendAudit` and `ownerToo` at once.\n\nNeighbours: none.";
  const project = projectFromObject({
    "packages/audit/package.json": "{}",
    "packages/audit/README.md": readme,
    "packages/audit/src/a.ts": "export function appendAudit() {}",
  });
  const problems = await documents.run(project);
  expect(problems).toContain("packages/audit/README.md: names ownerToo, which no code has");
  expect(problems.join()).not.toMatch(/appendAudit|act\(/);
});

it("finds a file of more than 300 lines", () => {
  const lines = (count: number) => Array.from({ length: count }, () => "1;").join("\n");
  expect(problemsIn(fileSizes, { "packages/audit/src/a.ts": lines(300) })).toEqual([]);
  expect(problemsIn(fileSizes, { "packages/audit/src/a.ts": lines(301) })).toHaveLength(1);
});

it.each([
  "packages/audit/src/utils.ts",
  "packages/shared/src/a.ts",
  "packages/audit/src/lib/a.ts",
  "scripts/MyFile.ts",
])("finds the name of %s", (file) => {
  expect(problemsIn(names, { [file]: "" })).toHaveLength(1);
});

it.each([
  "packages/audit/src/testing/rows.ts",
  "packages/audit/test/rows.ts",
  "packages/audit/src/__tests__/a.test.ts",
  "packages/audit/fixtures/a.json",
])("finds that %s is not where tests keep what they share", (file) => {
  expect(problemsIn(names, { [file]: "" }).join()).toMatch(/lies in testing/);
});

it("lets tests stand beside the code and in test, and what they share in testing", () => {
  const files = ["src/a.test.ts", "test/a.test.ts", "testing/rows.ts", "testing/golden/a.json"];
  expect(problemsIn(names, Object.fromEntries(files.map((file) => [`packages/audit/${file}`, ""])))).toEqual(
    [],
  );
});

it("lets the names of routes pass", () => {
  expect(problemsIn(names, { "apps/portal/src/app/(main)/runs/[runId]/page.tsx": "" })).toEqual([]);
});

it("finds a lockfile that lacks another platform's package, names an address, or brings an unknown script", () => {
  const packages = {
    "": { name: "greenroom" },
    "node_modules/biome": {
      version: "2.0.0",
      optionalDependencies: { "biome-mac": "2.0.0", "biome-linux": "2.0.0" },
    },
    "node_modules/biome-linux": { version: "2.0.0" },
    "node_modules/from": { version: "1.0.0", resolved: "https://packages.example.com/from-1.0.0.tgz" },
    "node_modules/runs": { version: "1.0.0", hasInstallScript: true },
  };
  expect(problemsIn(lockfile, { "package-lock.json": { packages } })).toEqual([
    "biome@2.0.0 wants biome-mac, which is not in the lockfile",
    "from names the address it came from: run npm with omit-lockfile-registry-resolved",
    "runs has an install script, and nobody has written down why it is not needed",
  ]);
});

it("finds a package of two versions, and packages released together that are apart", () => {
  expect(
    problemsIn(versions, {
      "packages/audit/package.json": { dependencies: { zod: "4.1.0", "@aws-sdk/client-sts": "3.2.0" } },
      "apps/portal/package.json": { dependencies: { zod: "4.2.0", "@aws-sdk/client-ec2": "3.1.0" } },
    }),
  ).toEqual([
    "zod has several versions: 4.2.0 in apps/portal/package.json, 4.1.0 in packages/audit/package.json",
    "the AWS SDK has several versions: 3.1.0 in apps/portal/package.json, 3.2.0 in packages/audit/package.json",
  ]);
});

it("finds messages that a language lacks, that nobody says, that use other values, and Korean that half of all words make wrong", () => {
  const area = (locale: string, literal: string) => ({
    [`packages/messages/src/${locale}/messages/runs.ts`]: `export const runs = ${literal};`,
  });
  const english = area(
    "en",
    '{ run: { built: "{count, plural, one {# run by {who}} other {# runs}}", ended: "See {name}" }, old: "It" } as const',
  );
  const korean = area(
    "ko",
    '{ run: { built: "실행 {count}개", ended: "{name}을 보세요" } } satisfies Texts<typeof english>',
  );
  const code = { "packages/requests/src/a.ts": 'say("run.built"); say("run.ended"); say("remedy.gone");' };
  expect(problemsIn(messages, { ...english, ...korean, ...code })).toEqual([
    "Korean lacks messages.old",
    "messages.run.built: English uses {count, who}, Korean uses {count}",
    "messages.run.ended: “}을” is wrong after half of all words; put a noun between".replace("}", "{name}"),
    "nobody says messages.old",
    "packages/requests/src/a.ts names remedy.gone, which no catalog has",
  ]);
});

it.each(["{name}은(는) 없습니다.", "{name}(으)로", "“{name}”이 없습니다.", "#{number}를 보세요"])(
  "finds the particle of %s",
  (text) => {
    const files = Object.fromEntries(
      ["en", "ko"].map((locale) => [
        `packages/messages/src/${locale}/messages/runs.ts`,
        `export const runs = { run: ${JSON.stringify(locale === "ko" ? text : "{name} {number}")} };`,
      ]),
    );
    const problems = problemsIn(messages, { ...files, "packages/requests/src/a.ts": 'say("run")' });
    expect(problems.filter((problem) => problem.includes("half of all words"))).toHaveLength(1);
  },
);

it.each([
  ["“롤백 계속”를 선택하세요.", 1],
  ["“롤백 계속”을 선택하세요.", 0],
  ["“정리 후 재시도”을 선택하세요.", 1],
  ["“서울”로, “부산”으로, “대구”로", 0],
  ["“서울”으로, “부산”로, “대구”으로", 3],
])("knows which particle follows the last sound of %s", (text, wrong) => {
  const files = Object.fromEntries(
    ["en", "ko"].map((locale) => [
      `packages/messages/src/${locale}/messages/runs.ts`,
      `export const runs = { run: ${JSON.stringify(text)} };`,
    ]),
  );
  expect(problemsIn(messages, { ...files, "packages/requests/src/a.ts": 'say("run")' })).toHaveLength(wrong);
});

it("takes a text with holes, and a translator that is called with a variable, for use of what they may become", () => {
  const files = Object.fromEntries(
    ["en", "ko"].map((locale) => [
      `packages/messages/src/${locale}/pages/runs.ts`,
      `export const runs = { runs: { kinds: { A: "#", B: "#" }, open: "#" }, run: { x: "#", y: "#" } };`,
    ]),
  );
  const page =
    'const t = useTranslations("runs"); const u = useTranslations("run"); t(`kinds.${kind}`); u(name);';
  expect(problemsIn(messages, { ...files, "apps/portal/src/features/a.tsx": page })).toEqual([
    "nobody says pages.runs.open",
  ]);
});

it.each([
  ["a home folder", "see /home/jane/notes.txt"],
  ["a machine's folder", "const file = '/root/a/b';"],
  ["a registry", "https://registry.example.com/foo"],
])("finds %s", (_what, text) => {
  expect(problemsIn(privateAddresses, { "docs/a.md": text })).toHaveLength(1);
});
