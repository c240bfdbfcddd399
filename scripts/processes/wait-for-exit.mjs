import { setTimeout as sleep } from "node:timers/promises";
import { processIdentity } from "./identity.mjs";

const POLL_MS = 25;

/**
 * Waits until a process that need not be our child is gone.
 * @param {number} pid
 * @param {number} timeoutMs
 * @returns {Promise<boolean>} false when it still lives after the time
 */
export async function waitForExit(pid, timeoutMs) {
  const identity = processIdentity(pid);
  const deadline = Date.now() + timeoutMs;
  while (identity && processIdentity(pid) === identity) {
    if (Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** Sends a signal; a process (or, with a negative pid, a group) that is already gone is no error. */
export function signal(pid, name) {
  try {
    process.kill(process.platform === "win32" ? Math.abs(pid) : pid, name);
    return true;
  } catch (error) {
    if (error.code === "ESRCH") return false;
    throw error;
  }
}
