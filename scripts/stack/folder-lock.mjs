import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { processIdentity } from "../processes/identity.mjs";
import { signal, waitForExit } from "../processes/wait-for-exit.mjs";

const TERMINATE_MS = 5_000;

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
 * @returns the lock: `note` keeps the address and the children's pids, so that a killed supervisor's
 *   children can be found; `release` gives the folder back
 * @throws {AlreadyRunningError}
 */
export function claimFolder(folder) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "running.json");
  const record = { pid: process.pid, identity: processIdentity(process.pid), url: undefined, children: [] };
  let previous;
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(record), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = read(file);
    if (owner && processIdentity(owner.pid) === owner.identity) throw new AlreadyRunningError(folder, owner);
    previous = owner ?? previous;
    rmSync(file, { force: true });
  }
  const save = () => writeFileSync(file, JSON.stringify(record));
  const onExit = () => rmSync(file, { force: true });
  process.once("exit", onExit);
  return {
    /** Children of the supervisor that died without stopping them. */
    stopLeftovers: () => stopLeftovers(previous?.children ?? []),
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

async function stopLeftovers(children) {
  const alive = children.filter((child) => processIdentity(child.pid) === child.identity);
  for (const { pid } of alive) signal(-pid, "SIGTERM");
  for (const { pid } of alive) {
    if (!(await waitForExit(pid, TERMINATE_MS))) signal(-pid, "SIGKILL");
  }
  return alive.map((child) => child.name);
}
