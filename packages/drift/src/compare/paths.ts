import type { Path } from "./types";

/** Whether a path is one of these or lies below one. `*` stands for any step. */
export function matchesAny(path: Path, patterns: readonly string[] = []): boolean {
  return patterns.some((pattern) => {
    const steps = pattern.split(".");
    return (
      steps.length <= path.length &&
      steps.every((step, index) => step === "*" || step === path[index] || path[index] === "*")
    );
  });
}
