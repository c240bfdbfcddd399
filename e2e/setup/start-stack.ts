import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startStack } from "../../scripts/stack.mjs";

/** Resources take a hundredth of their real time: long enough to be watched, short enough to wait for. */
const DURATIONS = 0.01;

/** Starts Postgres, sandbox, worker and portal in a folder of their own, and stops them after the last journey. */
export default async function startWholeStack(): Promise<() => Promise<void>> {
  const data = mkdtempSync(path.join(tmpdir(), "greenroom-e2e-"));
  const stack = await startStack({ data, port: 0, durations: DURATIONS });
  process.env.E2E_PORTAL_URL = stack.url;
  process.env.E2E_SANDBOX_URL = stack.sandboxUrl;
  process.env.E2E_DATABASE_URL = stack.databaseUrl;
  return async () => {
    await stack.stop();
    rmSync(data, { recursive: true, force: true });
  };
}
