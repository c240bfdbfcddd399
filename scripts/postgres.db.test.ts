import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { executeSql } from "../prisma/testing/execute-sql";
import { startPostgres } from "./postgres.mjs";
import { freePort } from "./processes/ports.mjs";
import { supervise } from "./stack/supervise.mjs";
import { eventually } from "./testing/eventually";

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-postgres-"));
  dataDir = path.join(folder, "postgres");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that starts the server and says its address on stdout, then waits. */
async function startElsewhere() {
  const program = `import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, "postgres.mjs"))};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(server.url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (text) => resolve(String(text).trim()));
    child.once("exit", () => reject(new Error("it ended without an address")));
  });
  return { child, url };
}

it("keeps what was written over a restart, and needs its password", async () => {
  const first = await startPostgres({ dataDir });
  await executeSql(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  const stranger = new URL(first.url);
  stranger.password = "guess";
  await expect(executeSql(stranger.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  await first.stop();
  const second = await startPostgres({ dataDir });
  expect(await executeSql(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await second.stop();
  expect(existsSync(path.join(dataDir, "postmaster.pid"))).toBe(false);
});

it("refuses a second start beside a running one, and takes over after a killed one", async () => {
  const { child, url } = await startElsewhere();
  await executeSql(url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await expect(startPostgres({ dataDir })).rejects.toThrow(
    new RegExp(`Process ${child.pid} already runs Postgres on ${dataDir}`),
  );
  const isGone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await isGone;
  const server = await startPostgres({ dataDir });
  expect(await executeSql(server.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await server.stop();
});

it("comes back at the same address with its data when it is killed", async () => {
  const port = await freePort();
  const printed: string[] = [];
  const supervised = await supervise({
    name: "postgres",
    start: () => startPostgres({ dataDir, port }),
    graceMs: 0,
    logFile: `${dataDir}.log`,
    print: (line: string) => printed.push(line),
  });
  const { url } = supervised.first;
  await executeSql(url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await executeSql(url, "CHECKPOINT");
  process.kill(supervised.pid() ?? 0, "SIGKILL");
  await eventually(async () =>
    expect(await executeSql(url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]),
  );
  expect(printed[0]).toMatch(/ended .*SIGKILL.*starting it again/);
  await supervised.stop();
  await expect(executeSql(url, "SELECT 1")).rejects.toThrow();
});
