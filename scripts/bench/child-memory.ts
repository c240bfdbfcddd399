import { readFileSync } from "node:fs";

/** The processes that this one has started and that still run, on Linux; elsewhere none is told. */
export function childPids(): readonly string[] {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8");
    return children.trim().split(" ");
  } catch {
    return [];
  }
}

/** Resident memory of the children that were started since `earlier` were all. */
export function newChildrenMb(earlier: readonly string[]): number[] {
  return childPids()
    .filter((pid) => !earlier.includes(pid))
    .map((pid) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])
    .map((kilobytes) => Math.round(Number(kilobytes) / 1024));
}
