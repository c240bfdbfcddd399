import { spawnSync } from "node:child_process";
import { chownSync, lstatSync, readdirSync } from "node:fs";
import path from "node:path";

/**
 * How to run a server that refuses to be root.
 * @typedef {{wrap(command: string, args: string[]): [string, string[]], ids: {uid?: number, gid?: number},
 * owner?: number, note?: string}} Launcher
 */

/**
 * Postgres refuses to run as root. As root we become `nobody`; where nobody cannot reach the binaries or the
 * data folder (a checkout under /root, say), we stay root outside and are nobody inside a user namespace.
 * @param {string} binary a program the launched process must be able to run
 * @param {string} dataDir an existing folder it must be able to own
 * @returns {Launcher}
 */
export function chooseLauncher(binary, dataDir) {
  if (process.getuid?.() !== 0) return { wrap: (command, args) => [command, args], ids: {} };

  const nobody = idsOf("nobody");
  if (nobody) {
    giveTo(dataDir, nobody.uid, nobody.gid);
    const canRun = spawnSync(binary, ["--version"], nobody).status === 0;
    const canWrite = spawnSync("test", ["-w", dataDir], nobody).status === 0;
    if (canRun && canWrite) {
      return { wrap: (command, args) => [command, args], ids: nobody, note: "as user nobody" };
    }
  }
  giveTo(dataDir, 0, 0);
  const [unshare, ...flags] = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];
  const probe = spawnSync(unshare, [...flags, binary, "--version"], { encoding: "utf8" });
  if (probe.status === 0) {
    return {
      wrap: (command, args) => [unshare, [...flags, command, ...args]],
      ids: {},
      note: "in a user namespace",
    };
  }
  throw new Error(
    [
      "Postgres refuses to run as root, and neither the user `nobody` nor a user namespace can reach this folder",
      `(${(probe.error?.message ?? probe.stderr ?? "").trim()}).`,
      "Run this as an ordinary user, move the checkout out of /root, or set DATABASE_URL to a Postgres you have.",
    ].join(" "),
  );
}

function idsOf(user) {
  const read = (flag) => spawnSync("id", [flag, user], { encoding: "utf8" });
  const [uid, gid] = [read("-u"), read("-g")];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** A data folder may come from the other way of running, so the owner is corrected all the way down. */
function giveTo(folder, uid, gid) {
  if (lstatSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) giveTo(full, uid, gid);
    else chownSync(full, uid, gid);
  }
  chownSync(folder, uid, gid);
}
