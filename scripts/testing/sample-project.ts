import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectFromObject } from "../checks/project.mjs";

interface Check {
  name: string;
  run(project: unknown): string[];
}

const MANIFESTS: Record<string, unknown> = {
  "package.json": { name: "greenroom", devDependencies: { vitest: "1" } },
  "packages/audit/package.json": { name: "@greenroom/audit", exports: { ".": "./src/index.ts" } },
  "packages/environments/package.json": {
    name: "@greenroom/environments",
    exports: { ".": "./src/index.ts", "./schema": "./src/schema.ts", "./handlers": "./src/handlers.ts" },
  },
  "packages/requests/package.json": { name: "@greenroom/requests", exports: { ".": "./src/index.ts" } },
  "apps/portal/package.json": { name: "@greenroom/portal" },
};

/**
 * What a check says about a made-up repository.
 * @param files contents by path; objects become JSON
 */
export function problemsIn(check: Check, files: Record<string, unknown>): string[] {
  const contents = Object.entries({ ...MANIFESTS, ...files }).map(([file, content]) => [
    file,
    typeof content === "string" ? content : JSON.stringify(content),
  ]);
  return check.run(projectFromObject(Object.fromEntries(contents)));
}

/**
 * A made-up repository on the disk, for checks that are tools.
 * @param files contents by path
 */
export function projectInFolder(files: Record<string, string>) {
  const root = mkdtempSync(path.join(os.tmpdir(), "greenroom-sample-"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return {
    project: { root, ...projectFromObject(files) },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
