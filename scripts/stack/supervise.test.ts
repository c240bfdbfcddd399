import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort } from "../processes/ports.mjs";
import { eventually } from "../testing/eventually";
import { startService } from "./service.mjs";
import { supervise } from "./supervise.mjs";

let folder: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-supervise-"));
  printed = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const print = (line: string) => printed.push(line);
const part = (start: () => ReturnType<typeof startService>) =>
  supervise({ name: "part", start, graceMs: 2_000, logFile: path.join(folder, "part.log"), print });
const program = (text: string, healthUrl = "http://127.0.0.1:1/") =>
  startService({
    name: "part",
    args: ["--input-type=module", "-e", text],
    cwd: folder,
    env: process.env,
    logFile: path.join(folder, "part.log"),
    healthUrl,
    print,
  });

it("starts a killed part again at the same address, and stops it for good when asked", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const server = `import http from "node:http";
    http.createServer((_, response) => response.end(String(process.pid))).listen(${port}, "127.0.0.1");`;
  const supervised = await part(() => program(server, url));
  await supervised.ready();
  const pid = supervised.pid() ?? 0;
  process.kill(pid, "SIGKILL");
  await eventually(async () => expect(await (await fetch(url)).text()).not.toBe(String(pid)));
  expect(printed).toEqual([expect.stringMatching(/^\[part\] ended \(signal SIGKILL\); starting it again/)]);
  await supervised.stop();
  await expect(fetch(url)).rejects.toThrow();
});

it("starts what crashes again however often, tells its errors in time, and not its other output", async () => {
  const broken = `console.log("part is ready"); throw new Error("no such luck");`;
  let starts = 0;
  const supervised = await supervise({
    name: "part",
    start: () => {
      starts++;
      return program(broken);
    },
    graceMs: 2_000,
    logFile: path.join(folder, "part.log"),
    print,
    pauseMs: 1,
  });
  await eventually(() => expect(starts).toBeGreaterThan(8));
  await supervised.stop();
  const often = printed.find((line) => line.includes("ended 6 times in a minute")) ?? "";
  expect(often).toMatch(/at last with exit 1; starting it again\. The other parts go on\. See .*part\.log:/);
  expect(often).toContain("Error: no such luck (more in ");
  expect(printed.join("\n")).not.toContain("part is ready");
}, 90_000);
