import { randomUUID } from "node:crypto";
import { refusals } from "../errors";
import { boundedText, type Query } from "../protocol/query";
import type { Sandbox } from "../sandbox";
import type { LedgerEntry, Operation, Phase, Stack, Submission } from "../state/types";
import { drive } from "./drive";
import { setStackStatus } from "./events";

const MAX_TOKEN_LENGTH = 128;
const TOKEN = /^[a-zA-Z0-9][-a-zA-Z0-9]*$/;

export interface OperationRequest {
  token?: string;
  target?: Submission;
  disableRollback?: boolean;
  retainExceptOnCreate?: boolean;
  onStackFailure?: Operation["onStackFailure"];
  retainResources?: string[];
  changeSetName?: string;
}

const STARTS = {
  CREATE: { phase: "create", status: "CREATE_IN_PROGRESS" },
  UPDATE: { phase: "update", status: "UPDATE_IN_PROGRESS" },
  DELETE: { phase: "delete", status: "DELETE_IN_PROGRESS" },
  CONTINUE_ROLLBACK: { phase: "update-rollback", status: "UPDATE_ROLLBACK_IN_PROGRESS" },
} satisfies Partial<Record<LedgerEntry["action"], { phase: Phase; status: string }>>;

/** Accepts a stack operation: notes it in the ledger, tells of it, and lets it run. */
export function startOperation(
  sandbox: Sandbox,
  stack: Stack,
  action: keyof typeof STARTS,
  request: OperationRequest,
): void {
  const { token, target, changeSetName } = request;
  const { phase, status } = STARTS[action];
  stack.operation = {
    id: randomUUID(),
    phase,
    ...(token && { token }),
    ...(target && { target }),
    ...(action === "CONTINUE_ROLLBACK" && { isContinued: true }),
    disableRollback: request.disableRollback ?? false,
    onStackFailure: request.onStackFailure ?? "ROLLBACK",
    retainExceptOnCreate: request.retainExceptOnCreate ?? false,
    retainResources: request.retainResources ?? [],
    cleanup: {},
  };
  stack.driftCheckedAt = undefined;
  const { timeoutInMinutes } = stack;
  // Where everything happens at once nothing can take too long.
  if (action === "CREATE" && timeoutInMinutes !== undefined && sandbox.durations.factor > 0) {
    stack.operation.timeoutAt = Date.now() + sandbox.durations.ofSeconds(timeoutInMinutes * 60);
  }
  if (action === "UPDATE" || changeSetName) stack.lastUpdatedTime = sandbox.now();
  addToLedger(sandbox, stack, action, request);
  setStackStatus(sandbox, stack, status, "User Initiated");
  void drive(sandbox, stack);
}

export function addToLedger(
  sandbox: Sandbox,
  { stackName, stackId }: Stack,
  action: LedgerEntry["action"],
  { token, changeSetName }: OperationRequest,
): void {
  const entry = { at: sandbox.now(), action, stackName, stackId };
  sandbox.store.addToLedger({ ...entry, ...(token && { token }), ...(changeSetName && { changeSetName }) });
}

/**
 * Does something at most once for a client token. The same request with the same token gets the first answer
 * again; a token that was used for anything else is refused.
 * @param field `ClientToken` (change sets) or `ClientRequestToken` (stack operations): two name spaces, as in
 * AWS.
 * @throws TokenAlreadyExistsException
 */
export function once(
  sandbox: Sandbox,
  call: { accountId: string; region: string; query: Query; field: string; fingerprint: string },
  act: () => Record<string, string>,
): Record<string, string> {
  const token = boundedText(call.query, call.field, 1, MAX_TOKEN_LENGTH);
  if (token === undefined) return act();
  const field = call.field.charAt(0).toLowerCase() + call.field.slice(1);
  if (!TOKEN.test(token)) throw refusals.badName(field, token, "[a-zA-Z0-9][-a-zA-Z0-9]*");
  const key = `${call.accountId} ${call.region} ${call.field} ${token}`;
  const noted = sandbox.store.tokens.get(key);
  // A change set that is gone again can be asked for anew.
  const isGone = noted?.result.Id !== undefined && !sandbox.store.changeSets.has(noted.result.Id);
  const used = isGone ? undefined : noted;
  if (used && used.fingerprint !== call.fingerprint) throw refusals.tokenUsed(token);
  if (used) return used.result;
  const result = act();
  sandbox.store.saveToken({ key, fingerprint: call.fingerprint, result });
  return result;
}
