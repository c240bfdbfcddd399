import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const SKIPPED =
  /^(next-env\.d\.ts|node_modules|\.next|\.turbo|coverage|golden)$|\.test\.tsx?$|\.md$|\.tsbuildinfo$/;

/**
 * One hash over the names and contents of files and folders. Tests and documents do not count.
 * @param {string} base
 * @param {string[]} entries relative to `base`; absent ones are passed over
 * @returns {string}
 */
export function hashTree(base, entries) {
  const hash = createHash("sha256");
  const visit = (relative) => {
    const full = path.join(base, relative);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) {
        if (!SKIPPED.test(name)) visit(path.join(relative, name));
      }
    } else {
      hash.update(`${relative}\0`).update(readFileSync(full)).update("\0");
    }
  };
  for (const entry of entries) if (existsSync(path.join(base, entry))) visit(entry);
  return hash.digest("hex");
}
