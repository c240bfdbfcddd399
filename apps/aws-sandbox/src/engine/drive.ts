import type { Sandbox } from "../sandbox";
import type { Phase, Stack, Submission } from "../state/types";
import { type Deployment, deploy } from "./deploy";
import { cleanUp, deletePhase, finishOperation, rollBackCreate, rollBackUpdate } from "./end-phases";
import { setFinalStatus, setStackStatus } from "./events";
import { type Run, Stopped } from "./run";

const PHASES: Record<Phase, (run: Run) => Promise<void>> = {
  create,
  rollback: rollBackCreate,
  update,
  "update-cleanup": (run) => cleanUp(run, "UPDATE_COMPLETE"),
  "update-rollback": rollBackUpdate,
  "update-rollback-cleanup": (run) => cleanUp(run, "UPDATE_ROLLBACK_COMPLETE"),
  delete: deletePhase,
};

/**
 * Carries out the operation noted on the stack, from wherever it is, until there is none. All progress is in the
 * journal, so calling this after a restart continues an interrupted operation.
 */
export async function drive(sandbox: Sandbox, stack: Stack): Promise<void> {
  try {
    while (stack.operation) {
      const run: Run = { sandbox, stack, operation: stack.operation, cancel: new AbortController() };
      if (run.operation.cancelled && isForward(run.operation.phase)) run.cancel.abort();
      sandbox.runs.set(stack.stackId, run);
      await PHASES[run.operation.phase](run);
    }
  } catch (error) {
    if (error instanceof Stopped) return;
    const reason = `The sandbox failed: ${error instanceof Error ? error.message : String(error)}`;
    setFinalStatus(sandbox, stack, failedStatus(stack.status), reason);
  } finally {
    sandbox.runs.delete(stack.stackId);
  }
}

function isForward(phase: Phase): boolean {
  return phase === "create" || phase === "update";
}

/** A stack must never stay in progress, even when the sandbox itself is at fault. */
function failedStatus(status: string): string {
  if (status.startsWith("CREATE")) return "CREATE_FAILED";
  if (status.startsWith("DELETE")) return "DELETE_FAILED";
  return status.startsWith("ROLLBACK") ? "ROLLBACK_FAILED" : "UPDATE_ROLLBACK_FAILED";
}

async function create(run: Run): Promise<void> {
  const { sandbox, stack, operation } = run;
  const deployment = await deploy(run);
  if (operation.cancelled === "delete") {
    operation.phase = "delete";
    setStackStatus(sandbox, stack, "DELETE_IN_PROGRESS", "User Initiated");
    return;
  }
  if (deployment.outputs) {
    settle(run, deployment);
    finishOperation(run, "CREATE_COMPLETE");
    return;
  }
  stack.deployed = operation.target;
  const reason = reasonOf(deployment, "create");
  if (operation.disableRollback || operation.onStackFailure === "DO_NOTHING") {
    finishOperation(run, "CREATE_FAILED", reason);
  } else if (operation.onStackFailure === "DELETE") {
    operation.phase = "delete";
    setStackStatus(sandbox, stack, "DELETE_IN_PROGRESS", `${reason}Delete requested by user.`);
  } else {
    operation.phase = "rollback";
    setStackStatus(sandbox, stack, "ROLLBACK_IN_PROGRESS", `${reason}Rollback requested by user.`);
  }
}

async function update(run: Run): Promise<void> {
  const { sandbox, stack, operation } = run;
  const deployment = await deploy(run);
  if (deployment.outputs) {
    settle(run, deployment);
    operation.phase = "update-cleanup";
    setStackStatus(sandbox, stack, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
    return;
  }
  const reason = operation.cancelled ? "User Initiated" : reasonOf(deployment, "update").trimEnd();
  if ((operation.disableRollback || operation.onStackFailure === "DO_NOTHING") && !operation.cancelled) {
    stack.deployed = operation.target;
    finishOperation(run, "UPDATE_FAILED", reason);
    return;
  }
  operation.phase = "update-rollback";
  setStackStatus(sandbox, stack, "UPDATE_ROLLBACK_IN_PROGRESS", reason);
}

/** The target is what is deployed from now on. */
function settle({ stack, operation }: Run, { outputs = [], imports }: Deployment): void {
  stack.deployed = operation.target as Submission;
  stack.outputs = outputs;
  stack.imports = imports;
}

function reasonOf({ failures, stackFailure }: Deployment, verb: "create" | "update"): string {
  if (stackFailure) return `${stackFailure}. `;
  const ids = failures.map(({ logicalId }) => logicalId).join(", ");
  return `The following resource(s) failed to ${verb}: [${ids}]. `;
}
