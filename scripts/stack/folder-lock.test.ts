import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { processIdentity } from "../processes/identity.mjs";
import { waitForExit } from "../processes/wait-for-exit.mjs";
import { claimFolder } from "./folder-lock.mjs";

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
  expect(await lock.stopLeftovers()).toEqual(["worker"]);
  expect(await waitForExit(pid, 5_000)).toBe(true);
  lock.release();
});
