import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A text that tells this very process from a later one that got the same pid; undefined when no such process
 * lives.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === "linux") return linuxIdentity(pid);
  if (process.platform === "win32") return isAlive(pid) ? String(pid) : undefined;
  const started = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim();
  return started ? `${pid} ${started}` : undefined;
}

function linuxIdentity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the command in brackets and may hold spaces; state is field 3, threads 20, start
    // time 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A dead process has let go of its ports and files when its last thread has ended.
    if (fields[0] === "Z" && Number(fields[17]) <= 1) return undefined;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${pid} ${fields[19]} ${boot}`;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
