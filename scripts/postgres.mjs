/**
 * A real Postgres server for a checkout, started and stopped by us: no Docker, no installation, no root.
 * Used by up.mjs, the tests and the bench alike.
 */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPostgres } from "./postgres/binaries.mjs";
import { chooseLauncher } from "./postgres/unprivileged.mjs";
import { processIdentity } from "./processes/identity.mjs";
import { freePort } from "./processes/ports.mjs";
import { signal, waitForExit } from "./processes/wait-for-exit.mjs";

const USER = "greenroom";
/** Who the portal and the workers are: rows, but no layout (see prisma/src/grant-application.ts). */
const APPLICATION_USER = "greenroom_app";
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 15_000;

/** What is answered must last: a commit waits for the disk, whatever the data folder's own settings say. */
const EMBEDDED_SETTINGS = {
  max_connections: "200",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
  log_min_messages: "fatal",
};

/**
 * The database to use: DATABASE_URL when set (then nothing is started), else our own server.
 * DATABASE_OWNER_URL is the same database as the role that owns its tables; without it the application is the
 * owner.
 * @param {{dataDir: string, databaseUrl?: string, ownerUrl?: string, port?: number, logFile?: string,
 * settings?: Record<string, string>}} options
 * @returns {Promise<PostgresServer>}
 *
 * @typedef {object} PostgresServer
 * @property {string} url connection address of the database `greenroom` as its owner
 * @property {string} applicationUrl the same as the role of portal and workers, which the migrations make
 * @property {number | undefined} pid undefined when the server is not ours
 * @property {string} description for people
 * @property {Promise<string>} exited settles with the reason when our server ends, never for a foreign one
 * @property {() => Promise<void>} stop
 */
export async function obtainPostgres({ databaseUrl, ownerUrl = databaseUrl, ...options }) {
  if (!databaseUrl) return startPostgres(options);
  await assertReachable(ownerUrl);
  return {
    url: ownerUrl,
    applicationUrl: databaseUrl,
    pid: undefined,
    description: `Postgres at ${new URL(databaseUrl).host} (DATABASE_URL)`,
    exited: new Promise(() => {}),
    stop: async () => {},
  };
}

/**
 * Starts our own server on `port` of 127.0.0.1 (any free one when absent), and makes a missing data folder.
 * A server left behind by a killed supervisor is stopped first; one whose supervisor lives is an error.
 * @param {{dataDir: string, port?: number, logFile?: string, settings?: Record<string, string>}} options
 * @returns {Promise<PostgresServer>}
 */
export async function startPostgres({
  dataDir,
  port: wantedPort,
  logFile = `${dataDir}.log`,
  settings = {},
}) {
  const binaries = findPostgres();
  // Only the folder itself is private: Postgres may run as another user, who has to pass its parents.
  mkdirSync(path.dirname(dataDir), { recursive: true });
  if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 });
  await stopLeftover(dataDir);
  const launcher = chooseLauncher(binaries.postgres, dataDir);
  const password = readOrMakePassword(`${dataDir}.password`);
  const applicationPassword = readOrMakePassword(`${dataDir}.app-password`);
  if (!existsSync(path.join(dataDir, "PG_VERSION")))
    initialise(binaries, launcher, dataDir, password, settings.fsync !== "off");
  assertSameVersion(binaries, dataDir);

  const port = wantedPort ?? (await freePort());
  const options = Object.entries({ ...EMBEDDED_SETTINGS, ...settings }).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
  const [command, args] = launcher.wrap(binaries.postgres, [
    ...["-D", dataDir, "-p", String(port), "-h", "127.0.0.1", "-c", "unix_socket_directories="],
    ...options,
  ]);
  const log = openSync(logFile, "a");
  const child = spawn(command, args, {
    ...launcher.ids,
    cwd: dataDir,
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, reason) => resolve(`exit ${code ?? reason}`));
  });
  writeOwner(dataDir, child.pid);
  const address = `127.0.0.1:${port}/${USER}`;
  const url = `postgresql://${USER}:${password}@${address}`;
  try {
    await waitUntilReady(url, exited, logFile);
  } catch (error) {
    if (isRunning(child)) await stopServer(child.pid, dataDir, binaries);
    throw error;
  }
  // The last resort when the supervisor dies of an error of its own.
  const onProcessExit = () => isRunning(child) && signal(child.pid, "SIGINT");
  process.once("exit", onProcessExit);
  exited.then(() => process.removeListener("exit", onProcessExit));
  return {
    url,
    applicationUrl: `postgresql://${APPLICATION_USER}:${applicationPassword}@${address}`,
    pid: child.pid,
    description: `Postgres ${binaries.version} from ${binaries.origin}${launcher.note ? `, ${launcher.note}` : ""}`,
    exited,
    stop: async () => {
      if (isRunning(child)) await stopServer(child.pid, dataDir, binaries);
      await exited;
      rmSync(ownerFile(dataDir), { force: true });
    },
  };
}

const isRunning = (child) => child.exitCode === null && child.signalCode === null;

const ownerFile = (dataDir) => `${dataDir}.owner`;

function writeOwner(dataDir, serverPid) {
  const record = {
    supervisor: { pid: process.pid, identity: processIdentity(process.pid) },
    server: { pid: serverPid, identity: processIdentity(serverPid) },
  };
  writeFileSync(ownerFile(dataDir), JSON.stringify(record));
}

/** @returns {Record<"supervisor" | "server", {pid: number, identity: string}> | undefined} */
function readOwner(dataDir) {
  try {
    return JSON.parse(readFileSync(ownerFile(dataDir), "utf8"));
  } catch {
    return undefined;
  }
}

/** Whether the process that started this folder's server still lives. */
function isPostgresOwned(dataDir) {
  const supervisor = readOwner(dataDir)?.supervisor;
  return supervisor !== undefined && processIdentity(supervisor.pid) === supervisor.identity;
}

async function stopLeftover(dataDir) {
  const owner = readOwner(dataDir);
  if (!owner) return;
  if (isPostgresOwned(dataDir) && isServerAlive(owner)) {
    throw new Error(
      `Process ${owner.supervisor.pid} already runs Postgres on ${dataDir}: stop it first, or set GREENROOM_DATA to another folder.`,
    );
  }
  if (isServerAlive(owner)) await stopServer(owner.server.pid, dataDir);
  removeStaleLock(path.join(dataDir, "postmaster.pid"));
  rmSync(ownerFile(dataDir), { force: true });
}

/**
 * What a crash or kill -9 leaves behind. Postgres removes it by itself, once the dead server's children have
 * gone; only when another program has its pid by now would it block the start.
 */
function removeStaleLock(file) {
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n", 1)[0]);
  if (processIdentity(pid)) rmSync(file, { force: true });
}

const isServerAlive = (owner) => processIdentity(owner.server.pid) === owner.server.identity;

async function stopServer(pid, dataDir, binaries) {
  if (process.platform === "win32" && binaries)
    spawnSync(binaries.pgCtl, ["stop", "-m", "fast", "-D", dataDir]);
  else signal(pid, "SIGINT");
  if (await waitForExit(pid, STOP_TIMEOUT_MS)) return;
  signal(pid, "SIGQUIT");
  await waitForExit(pid, STOP_TIMEOUT_MS);
}

/** Kept beside the data, for its owner alone: other people of this machine cannot sign in to the database. */
function readOrMakePassword(file) {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const password = randomBytes(18).toString("hex");
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

function initialise(binaries, launcher, dataDir, password, mustLast) {
  const passwordFile = path.join(os.tmpdir(), `greenroom-${randomBytes(8).toString("hex")}`);
  writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
  if (launcher.ids.uid !== undefined) chownSync(passwordFile, launcher.ids.uid, launcher.ids.gid);
  const [command, args] = launcher.wrap(binaries.initdb, [
    ...["-D", dataDir, `--username=${USER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
    ...(mustLast ? [] : ["--no-sync"]),
    ...["--encoding=UTF8", process.platform === "linux" ? "--locale=C.UTF-8" : "--locale=C"],
  ]);
  try {
    const result = spawnSync(command, args, { ...launcher.ids, cwd: dataDir, encoding: "utf8" });
    if (result.status !== 0) {
      throw new Error(
        `Postgres could not make its data folder ${dataDir}:\n${result.error?.message ?? result.stderr}`,
      );
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function assertSameVersion(binaries, dataDir) {
  const made = readFileSync(path.join(dataDir, "PG_VERSION"), "utf8").trim();
  if (made === binaries.version) return;
  throw new Error(
    `${dataDir} was made by Postgres ${made}, and the one from ${binaries.origin} is ${binaries.version}. ` +
      "Use the former again, or set GREENROOM_DATA to a new folder.",
  );
}

async function waitUntilReady(url, exited, logFile) {
  let ended;
  exited.then((reason) => {
    ended = reason;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await ensureDatabase(url))) {
    if (ended || Date.now() > deadline) {
      throw new Error(
        `Postgres did not start (${ended ?? `no answer in ${START_TIMEOUT_MS / 1000} s`}):\n${lastLines(logFile)}`,
      );
    }
    await sleep(20);
  }
}

async function ensureDatabase(url) {
  const { default: pg } = await import("pg");
  const admin = new URL(url);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [USER]);
    if (!rowCount) await client.query(`CREATE DATABASE ${USER}`);
    return true;
  } catch (error) {
    // 57P03: "the database system is starting up" (after a crash it first replays its log).
    if (error.code === "ECONNREFUSED" || error.code === "57P03") return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function assertReachable(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const why = error.message || error.errors?.[0]?.message || error.code;
    throw new Error(
      `DATABASE_URL is set, but Postgres at ${new URL(url).host} does not answer: ${why}. Start it, correct DATABASE_URL, or leave it out to use the embedded one.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

function lastLines(file, count = 15) {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n") : "";
}
