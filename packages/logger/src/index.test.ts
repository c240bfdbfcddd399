import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** Logs in a process of its own and gives back what reached stdout: redaction counts at the sink. */
function logged(statement: string): string {
  const script = `import { createLogger } from "./packages/logger/src/index.ts"; const log = createLogger("test"); ${statement}`;
  return execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    encoding: "utf8",
  });
}

describe("createLogger", () => {
  it("redacts secrets by key and passwords inside addresses", () => {
    const output = logged(`
      log.info({ password: "canary-1", nested: { token: "canary-2", deep: { clientSecret: "canary-3" } } }, "kept");
      log.error({ err: new Error("cannot reach postgres://user:canary-4@host/db") }, "failed");`);
    expect(output).toContain("kept");
    expect(output).toContain("postgres://user:[redacted]@host/db");
    expect(output).not.toMatch(/canary-\d/);
  });
});
