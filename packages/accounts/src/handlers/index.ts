import type { Handler } from "@greenroom/queue";
import type { AccountsDeps } from "../deps";
import { runTest } from "../run-test";

export type { AccountsDeps } from "../deps";
export { TEST_SWEEP_MS } from "../limits";
export { sweepTests } from "../sweep-tests";

/** The worker's side: it does the tests that somebody asked for. */
export function createAccountsHandlers(deps: AccountsDeps) {
  const test: Handler<{ testId: string }> = ({ testId }) => runTest(deps, testId);
  return { "accounts.test": test };
}
