import { type ChildRequest, READY } from "../src/warm-child/messages";

/** A child for tests: what it does is the name of the blueprint. */
process.on("message", ({ id, input }: ChildRequest<{ blueprint: string }>) => {
  if (input.blueprint === "crash") throw new Error("the construct broke");
  if (input.blueprint === "hang") return;
  const answer = input.blueprint === "process" ? process.pid : Object.keys(process.env);
  const rssBytes = input.blueprint === "grown" ? Number.MAX_SAFE_INTEGER : 0;
  process.send?.({ id, ok: true, rssBytes, answer: input.blueprint === "grown" ? process.pid : answer });
});
process.on("disconnect", () => process.exit(0));
process.send?.(READY);
