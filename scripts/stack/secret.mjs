import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * The secret that signs sessions: made once and kept, so that people stay signed in over a restart.
 * @param {string} folder the data folder
 * @returns {string}
 */
export function readOrMakeSecret(folder) {
  const file = path.join(folder, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
