import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Where a checkout keeps what it must not lose: database, sandbox state, secret, logs.
 * @param {string | undefined} wanted the value of GREENROOM_DATA, relative to the current folder
 */
export function dataFolder(wanted) {
  return wanted ? path.resolve(wanted) : path.join(root, ".greenroom");
}

/** A file of an installed package as seen from a workspace, e.g. ("apps/portal", "next/dist/bin/next"). */
export function resolveFrom(workspace, request) {
  return createRequire(path.join(root, workspace, "package.json")).resolve(request);
}
