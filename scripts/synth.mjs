/**
 * `npm run synth -- BLUEPRINT [--preset prod] [--spec overrides.json] [--region R] --out DIR`: writes the templates of an
 * environment, one `<stack>.template.json` each, as they are sent to CloudFormation. Works in a fresh clone.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./stack/install.mjs";
import { assertNodeVersion } from "./stack/node-version.mjs";
import { resolveFrom, root } from "./stack/paths.mjs";
import { createProgress } from "./stack/progress.mjs";

assertNodeVersion();
await ensureInstalled(createProgress(), path.join(root, ".greenroom/logs"));
// The caller's folder stays the current one, so that relative paths mean what they say.
const { status } = spawnSync(
  process.execPath,
  [
    "--import",
    pathToFileURL(resolveFrom("infra-templates", "tsx")).href,
    path.join(root, "scripts/synth/main.ts"),
    ...process.argv.slice(2),
  ],
  // CDK's own validator takes seconds; the plan's policy step and `npm test` run it.
  { stdio: "inherit", env: { ...process.env, CDK_VALIDATION: "false" } },
);
process.exit(status ?? 1);
