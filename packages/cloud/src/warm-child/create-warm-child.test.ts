import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createWarmChild, type WarmChild } from "./create-warm-child";

const childModule = new URL("../../testing/unruly-child.ts", import.meta.url);
let folder: string;
let child: WarmChild<{ blueprint: string }, unknown>;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-warm-child-"));
});
afterEach(() => child.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const killed = (times: number) => {
  const traits = { task: "The work", heapMb: 64, maxRssMb: 512 };
  child = createWarmChild({ childModule, timeoutMs: 30_000, maxUses: 10 }, traits);
  return child.ask({ blueprint: `killed ${times} ${path.join(folder, String(times))}` });
};

it.each([1, 2])("a child that is killed over a request is replaced, %i times", async (times) => {
  await expect(killed(times)).resolves.toEqual(expect.any(Array));
});

it("three in a row are told, with what ended the last one, and the next request gets a fresh child", async () => {
  await expect(killed(3)).rejects.toMatchObject({
    code: "INTERNAL",
    says: { key: "cloud.childStopped" },
    message: expect.stringMatching(/^The work stopped: it ended with SIGKILL\. 3 processes in a row/),
  });
  await expect(child.ask({ blueprint: "process" })).resolves.toEqual(expect.any(Number));
});
