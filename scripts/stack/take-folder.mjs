import { choosePort } from "../processes/ports.mjs";
import { claimFolder } from "./folder-lock.mjs";

/**
 * Makes this process the only one on a data folder, ends what a killed one has left there, and then looks for
 * the port: it may be one of those that held it.
 * @param {string} folder
 * @param {string | number | undefined} wantedPort the value of PORT
 * @throws when another Greenroom runs on the folder, or another program has the port
 */
export async function takeFolder(folder, wantedPort) {
  const lock = claimFolder(folder);
  const leftovers = await lock.stopLeftovers();
  await choosePort(wantedPort);
  return { lock, leftovers };
}
