/** `npm run policy -- [blueprint] [--stack key] …`: what the policy step would say, see scripts/policy/main.ts. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { resolveFrom, root } from "./stack/paths.mjs";

const { status } = spawnSync(
  process.execPath,
  [
    "--import",
    pathToFileURL(resolveFrom("infra-templates", "tsx")).href,
    path.join(root, "scripts/policy/main.ts"),
    ...process.argv.slice(2),
  ],
  // CDK's own validation would say during synthesis what this says after it.
  { stdio: "inherit", env: { ...process.env, CDK_VALIDATION: "false" } },
);
process.exit(status ?? 1);
