import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { processIdentity } from "../processes/identity.mjs";
import { freePort } from "../processes/ports.mjs";
import { waitForExit } from "../processes/wait-for-exit.mjs";
import { claimFolder } from "./folder-lock.mjs";
import { takeFolder } from "./take-folder.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("gives a folder to one at a time, and names the address of the one that has it", () => {
  const lock = claimFolder(folder);
  expect(() => claimFolder(folder)).toThrow(/is still starting/);
  lock.setUrl("http://127.0.0.1:4310");
  expect(() => claimFolder(folder)).toThrow(/already runs at http:\/\/127\.0\.0\.1:4310 \(process \d+/);
  lock.release();
  claimFolder(folder).release();
});

it("takes a folder over from a dead owner, also when its pid lives on as something else", () => {
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  for (const record of [
    { pid: dead, identity: "gone" },
    { pid: process.pid, identity: "an earlier process" },
  ]) {
    writeFileSync(path.join(folder, "running.json"), JSON.stringify({ ...record, children: [] }));
    claimFolder(folder).release();
  }
  writeFileSync(path.join(folder, "running.json"), "half a rec");
  claimFolder(folder).release();
});

it("stops what a killed owner left running", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    detached: true,
    stdio: "ignore",
  });
  const pid = child.pid ?? 0;
  const children = [
    { name: "worker", pid, identity: processIdentity(pid) },
    { name: "portal", pid: process.pid, identity: "an earlier process" },
  ];
  writeFileSync(path.join(folder, "running.json"), JSON.stringify({ pid: 1, identity: "gone", children }));
  const lock = claimFolder(folder);
  // Whoever dies before ending them leaves the list to the next.
  lock.release();
  const next = claimFolder(folder);
  expect(await next.stopLeftovers()).toEqual(["worker"]);
  expect(await waitForExit(pid, 5_000)).toBe(true);
  next.release();
  const last = claimFolder(folder);
  expect(await last.stopLeftovers()).toEqual([]);
  last.release();
});

it("starts on a port that a leftover of the same folder holds, and refuses one that anybody else holds", async () => {
  const port = await freePort();
  const server = `require("node:http").createServer().listen(${port}, "127.0.0.1", () => console.log("up"))`;
  const child = spawn(process.execPath, ["-e", server], {
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  await once(child.stdout, "data");
  const elsewhere = path.join(folder, "elsewhere");
  await expect(takeFolder(elsewhere, port)).rejects.toThrow(`Port ${port} is in use by another program`);
  const pid = child.pid ?? 0;
  const children = [{ name: "portal", pid, identity: processIdentity(pid) }];
  writeFileSync(path.join(folder, "running.json"), JSON.stringify({ pid: 1, identity: "gone", children }));
  const { lock, leftovers } = await takeFolder(folder, port);
  expect(leftovers).toEqual(["portal"]);
  lock.release();
}, 30_000);

it("is taken over from a dead owner by one of several that start at once", async () => {
  writeFileSync(
    path.join(folder, "running.json"),
    JSON.stringify({ pid: 1, identity: "gone", children: [] }),
  );
  const module = path.join(import.meta.dirname, "folder-lock.mjs");
  const claim = `import(${JSON.stringify(module)}).then(({ claimFolder }) => { claimFolder(${JSON.stringify(folder)});
    console.log("mine"); setInterval(() => {}, 1000); }).catch((error) => console.log(error.constructor.name))`;
  const starters = Array.from({ length: 4 }, () => spawn(process.execPath, ["-e", claim]));
  const answers = await Promise.all(
    starters.map(async ({ stdout }) => String((await once(stdout, "data"))[0]).trim()),
  );
  for (const starter of starters) starter.kill("SIGKILL");
  expect(answers.filter((answer) => answer === "mine")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "AlreadyRunningError")).toHaveLength(3);
}, 60_000);
