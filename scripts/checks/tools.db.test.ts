import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { root } from "../stack/paths.mjs";
import { deadCode, format, migrations, types } from "./tools.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-sample-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

it("finds a file that is not formatted, and a lint error", async () => {
  write("a.ts", "export const a = 1;\n");
  expect(await format.run({ root: folder })).toEqual([]);
  write("a.ts", "export   const a = 1\n");
  expect(await format.run({ root: folder })).toHaveLength(1);
  write("a.ts", "export const a = 1;\ndebugger;\n");
  expect((await format.run({ root: folder })).join()).toContain("noDebugger");
});

it("finds a type error", async () => {
  write("tsconfig.json", '{"compilerOptions": {"strict": true, "types": []}, "include": ["packages"]}');
  write("packages/a/a.ts", 'export const a: number = "one";\n');
  const problems = await types.run({ root: folder });
  expect(problems.join()).toMatch(/a\.ts\(1,14\): error TS2322/);
});

it("finds a file, an export and a dependency that nothing uses, and a dependency that is not declared", async () => {
  const manifest = (dependencies: Record<string, string>) =>
    write("package.json", JSON.stringify({ name: "sample", main: "index.ts", dependencies }));
  write("index.ts", 'import { used } from "./acts"; used();\n');
  write("acts.ts", "export const used = () => 1;\n");
  manifest({});
  expect(await deadCode.run({ root: folder })).toEqual([]);
  write("acts.ts", 'import "left-pad"; export const used = () => 1; export const idle = () => 2;\n');
  write("lonely.ts", "");
  manifest({ "right-pad": "1.0.0" });
  const problems = (await deadCode.run({ root: folder })).join();
  for (const name of ["left-pad", "right-pad", "idle", "lonely.ts"]) expect(problems).toContain(name);
});

it("finds a schema that the migrations do not lead to", async () => {
  cpSync(path.join(root, "prisma/migrations"), path.join(folder, "prisma/migrations"), { recursive: true });
  cpSync(path.join(root, "prisma/schema"), path.join(folder, "prisma/schema"), { recursive: true });
  write("prisma/schema/extra.prisma", "model Extra {\n  id String @id\n}\n");
  expect((await migrations.run({ root: folder })).join()).toContain("Extra");
});

it("does not take an engine that says nothing for one that finds nothing", async () => {
  vi.stubEnv("PRISMA_SCHEMA_ENGINE_BINARY", "/bin/true");
  expect(await migrations.run({ root })).toHaveLength(1);
  vi.unstubAllEnvs();
});
