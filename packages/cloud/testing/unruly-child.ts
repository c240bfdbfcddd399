import { READY, type SynthRequest } from "../src/synth/messages";

/** A child for tests: what it does is the name of the blueprint. */
process.on("message", ({ id, input }: SynthRequest) => {
  if (input.blueprint === "crash") throw new Error("the construct broke");
  if (input.blueprint === "hang") return;
  const answer = input.blueprint === "process" ? process.pid : Object.keys(process.env);
  process.send?.({ id, ok: true, stacks: answer });
});
process.on("disconnect", () => process.exit(0));
process.send?.(READY);
