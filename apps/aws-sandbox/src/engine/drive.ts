import type { Run, Sandbox } from "../sandbox";
import type { Phase, Stack, Submission } from "../state/types";
import { type Deployment, deploy } from "./deploy";
import { setFinalStatus, setStackStatus } from "./events";
import { cleanUp, deletePhase, finishOperation } from "./finish-operation";
import { rollBackCreate, rollBackUpdate } from "./roll-back";
import { Stopped } from "./run";
import type { Failure } from "./run-graph";

const TOO_LATE = "Stack creation time exceeded the specified timeout. ";

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
 * Carries out the operation noted on the stack, from wherever it is, until there is none. All progress is in
 * the journal, so calling this after a restart continues an interrupted operation.
 */
export async function drive(sandbox: Sandbox, stack: Stack): Promise<void> {
  try {
    while (stack.operation) {
      const { operation } = stack;
      const [cancel, signalled] = [new AbortController(), new AbortController()];
      const run: Run = { sandbox, stack, operation, cancel, signalled };
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
  const timer = timeLimit(run);
  const deployment = await deploy(run);
  clearTimeout(timer);
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
  const isLate = operation.timeoutAt !== undefined && Date.now() >= operation.timeoutAt;
  const reason = isLate ? TOO_LATE : createFailure(deployment);
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
  const reason = operation.cancelled ? "User Initiated" : updateFailure(run, deployment);
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

/** Ends a creation that takes longer than TimeoutInMinutes allows. */
function timeLimit({ operation, cancel }: Run): NodeJS.Timeout | undefined {
  if (operation.timeoutAt === undefined) return undefined;
  return setTimeout(() => cancel.abort(), Math.max(0, operation.timeoutAt - Date.now())).unref();
}

/**
 * AWS names what was cancelled along with what failed
 * (https://github.com/aws-samples/immersive-media-refarch/issues/7).
 */
function createFailure({ failures, stackFailure }: Deployment): string {
  if (stackFailure) return `${stackFailure}. `;
  return `${failedTo("create", failures)} `;
}

/** Of an update only what failed by itself is named: first the new resources, then the changed ones. */
function updateFailure({ stack }: Run, { failures, stackFailure }: Deployment): string {
  if (stackFailure) return `${stackFailure}.`;
  const own = failures.filter(({ isCancelled }) => !isCancelled);
  const isNew = ({ logicalId }: Failure) => stack.resources.get(logicalId)?.status === "CREATE_FAILED";
  const [created, updated] = [own.filter(isNew), own.filter((failure) => !isNew(failure))];
  return [
    ...(created.length > 0 ? [failedTo("create", created)] : []),
    ...(updated.length > 0 ? [failedTo("update", updated)] : []),
  ].join(" ");
}

function failedTo(verb: "create" | "update", failures: Failure[]): string {
  const ids = failures.map(({ logicalId }) => logicalId).join(", ");
  return `The following resource(s) failed to ${verb}: [${ids}].`;
}
