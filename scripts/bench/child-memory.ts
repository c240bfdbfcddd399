import { readFileSync } from "node:fs";

/** Resident memory of this process's children, on Linux; elsewhere none is told. */
export function childMemoryMb(): number[] {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8");
    return children
      .trim()
      .split(" ")
      .map((pid) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])
      .map((kilobytes) => Math.round(Number(kilobytes) / 1024));
  } catch {
    return [];
  }
}
