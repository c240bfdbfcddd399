import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { processIdentity } from "../processes/identity.mjs";
import { signal, waitForExit } from "../processes/wait-for-exit.mjs";

const TERMINATE_MS = 5_000;
/**
 * Two that take a folder over from the same dead owner have both written by then: the one that wrote last has
 * it.
 */
const SETTLE_MS = 100;

/** Another Greenroom runs on this data folder. */
class AlreadyRunningError extends Error {
  constructor(folder, { pid, url }) {
    const where = url ? `at ${url}` : "and is still starting";
    super(
      `Greenroom already runs ${where} (process ${pid}, data in ${folder}). Stop it first, or set GREENROOM_DATA and PORT for a second one.`,
    );
  }
}

/**
 * Makes this process the only one that works on a data folder.
 * @param {string} folder
 * @returns the lock: it keeps the address and the children's pids, so that a killed supervisor's children can
 * be found, and those
 *   that such a one left until they are ended; `release` gives the folder back
 * @throws {AlreadyRunningError}
 */
export function claimFolder(folder) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "running.json");
  const record = {
    pid: process.pid,
    identity: processIdentity(process.pid),
    url: undefined,
    children: [],
    leftovers: [],
  };
  let isTakenOver = false;
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(record), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = read(file);
    if (owner && processIdentity(owner.pid) === owner.identity) throw new AlreadyRunningError(folder, owner);
    if (owner) record.leftovers = [...(owner.leftovers ?? []), ...(owner.children ?? [])];
    rmSync(file, { force: true });
    isTakenOver = true;
  }
  if (isTakenOver) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLE_MS);
    const owner = read(file);
    if (owner?.pid !== process.pid) throw new AlreadyRunningError(folder, owner ?? record);
  }
  const save = () => writeFileSync(file, JSON.stringify(record));
  const onExit = () => {
    // The list of what is still to be ended outlives us.
    if (record.leftovers.length > 0)
      writeFileSync(file, JSON.stringify({ ...record, pid: 0, identity: "gone" }));
    else rmSync(file, { force: true });
  };
  process.once("exit", onExit);
  return {
    /** Ends the children of a supervisor that died without stopping them. @returns their names */
    async stopLeftovers() {
      const names = await endChildren(record.leftovers);
      record.leftovers = [];
      save();
      return names;
    },
    setUrl(url) {
      record.url = url;
      save();
    },
    addChild(name, pid) {
      record.children = record.children.filter((child) => child.name !== name);
      record.children.push({ name, pid, identity: processIdentity(pid) });
      save();
    },
    release() {
      process.removeListener("exit", onExit);
      onExit();
    },
  };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

async function endChildren(children) {
  const alive = children.filter((child) => processIdentity(child.pid) === child.identity);
  for (const { pid } of alive) signal(-pid, "SIGTERM");
  for (const { pid } of alive) {
    if (await waitForExit(pid, TERMINATE_MS)) continue;
    signal(-pid, "SIGKILL");
    await waitForExit(pid, TERMINATE_MS);
  }
  return alive.map((child) => child.name);
}
