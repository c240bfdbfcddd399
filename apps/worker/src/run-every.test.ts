import { expect, it } from "vitest";
import { runEvery } from "./run-every";

it("goes on after a turn that failed, and ends when it is stopped", async () => {
  const stop = new AbortController();
  const warned: string[] = [];
  let turns = 0;
  const work = async () => {
    turns++;
    if (turns === 1) throw new Error("away");
    if (turns === 3) stop.abort();
  };
  const log = { warn: (_: unknown, message?: string) => void warned.push(String(message)) };
  await runEvery(0, "the cellar", work, { log, stop: stop.signal });
  expect(turns).toBe(3);
  expect(warned).toEqual(["Could not see to the cellar."]);
});
