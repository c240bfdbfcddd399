import { appendFileSync, readFileSync } from "node:fs";
import { type ChildRequest, READY } from "../src/warm-child/messages";

/** A child for tests: what it does is the name of the blueprint. */
process.on("message", ({ id, input }: ChildRequest<{ blueprint: string }>) => {
  if (input.blueprint === "crash") throw new Error("the construct broke");
  if (input.blueprint === "hang") return;
  // "killed 2 FILE": the first two children that are asked are killed; the file remembers them.
  const [, times = "0", file = ""] = /^killed (\d) (.+)$/.exec(input.blueprint) ?? [];
  if (file) {
    appendFileSync(file, ".");
    if (readFileSync(file).length <= Number(times)) process.kill(process.pid, "SIGKILL");
  }
  const answer = input.blueprint === "process" ? process.pid : Object.keys(process.env);
  const rssBytes = input.blueprint === "grown" ? Number.MAX_SAFE_INTEGER : 0;
  process.send?.({ id, ok: true, rssBytes, answer: input.blueprint === "grown" ? process.pid : answer });
});
process.on("disconnect", () => process.exit(0));
process.send?.(READY);
