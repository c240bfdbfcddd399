/**
 * `npm test`: installs what is missing, runs every suite and ends with one line "N passed, N failed".
 * `npm test -- checks|unit|specs|db|e2e [filter]` runs a part. Of the property runs that take minutes it
 * takes a share, another one each time, by a seed that it prints: TEST_SEED repeats it. `npm run test:long`
 * takes them all.
 */
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { generateClient } from "./prisma.mjs";
import { ensurePortalBuilt } from "./stack/build-portal.mjs";
import { QUIET } from "./stack/environment.mjs";
import { ensureInstalled } from "./stack/install.mjs";
import { assertNodeVersion } from "./stack/node-version.mjs";
import { resolveFrom, root } from "./stack/paths.mjs";
import { createProgress } from "./stack/progress.mjs";
import { stopRunning } from "./stack/run-to-end.mjs";
import { countLastLine, countPlaywright, countVitest } from "./suites/reports.mjs";
import { runSuite, stopSuites } from "./suites/run-suite.mjs";
import { ensureTools } from "./suites/tools.mjs";

const PARTS = ["checks", "unit", "specs", "db", "e2e"];
const logs = path.join(root, ".greenroom/test-logs");

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(name, () => {
    stopRunning();
    stopSuites();
    // The suites stop their own servers; whoever is slow is ended when we leave.
    setTimeout(() => process.exit(130), 15_000).unref();
    process.exitCode = 130;
    isInterrupted = true;
  });
}
let isInterrupted = false;

/**
 * The user's own settings are for the user's own Greenroom. TEST_DATABASE_URL names a server for the db
 * suite.
 */
function testEnvironment({ chromium, seed, isLong }) {
  const own =
    /^(DATABASE_(OWNER_)?URL|REDIS_URL|PORT|GREENROOM_.*|AUDIT_.*|AWS_.*|NEXTAUTH_.*|OIDC_.*|SANDBOX_DURATIONS|NODE_ENV)$/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  const database = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
  if (database) env.TEST_DATABASE_URL ??= database;
  if (chromium) env.CHROMIUM_PATH = chromium;
  return {
    ...env,
    ...QUIET,
    TEST_SEED: seed,
    TEST_LONG: isLong ? "1" : "0",
    NEXT_TELEMETRY_DISABLED: "1",
    FORCE_COLOR: "0",
  };
}

function vitestSuite(name, filter) {
  const report = path.join(logs, `${name}.json`);
  const args = [
    "run",
    "--project",
    name,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  return {
    name,
    args: [path.join(root, "node_modules/vitest/vitest.mjs"), ...args, ...filter],
    count: () => countVitest(JSON.parse(readFileSync(report, "utf8"))),
  };
}

function journeys(filter) {
  const report = path.join(logs, "e2e.json");
  return {
    name: "e2e",
    args: [
      resolveFrom("e2e", "@playwright/test/cli"),
      "test",
      "--config",
      path.join(root, "e2e/playwright.config.ts"),
      ...filter,
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    count: () => countPlaywright(JSON.parse(readFileSync(report, "utf8"))),
  };
}

const checks = (filter) => ({
  name: "checks",
  args: [path.join(root, "scripts/check.mjs"), ...filter],
  count: countLastLine,
});

async function main() {
  assertNodeVersion();
  const isLong = process.argv.includes("--long");
  const [part, ...filter] = process.argv.slice(2).filter((arg) => arg !== "--long");
  if (part && !PARTS.includes(part))
    throw new Error(`"${part}" is no part of the tests: use ${PARTS.join(", ")}.`);
  const wants = (name) => !part || part === name;
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const progress = createProgress();
  const print = (line) => console.log(`  ${line}`);
  await ensureInstalled(progress, logs);
  const tools = await ensureTools({ needsBrowser: wants("e2e"), needsRedis: wants("db"), progress, logs });
  if (wants("db") && !tools.hasRedis) {
    print("! The queue is not tested on Redis: no redis-server on PATH (apt-get install redis-server).");
  }
  generateClient();

  const seed = process.env.TEST_SEED || String(randomInt(2 ** 31));
  print(`seed ${seed}${isLong ? ", every run" : ""} (TEST_SEED=${seed} repeats what is drawn)`);
  const env = testEnvironment({ ...tools, seed, isLong });
  const results = [];
  const run = async (suite) => {
    if (!isInterrupted) results.push(await runSuite(suite, { env, logs, print }));
  };
  const build = async () => {
    if (!wants("e2e") || isInterrupted) return;
    await ensurePortalBuilt(progress, logs).catch((error) => {
      results.push({ passed: 0, failed: 1, skipped: 0 });
      print(error.message);
    });
  };
  // Two lanes for two cores, since a journey waits more than it computes: nothing in either is about time.
  const lane = async (...works) => {
    for (const work of works) await work();
  };
  await Promise.all([
    lane(
      () => wants("checks") && run(checks(filter)),
      () => build(),
      () => wants("e2e") && hasJourneys() && run(journeys(filter)),
      () => wants("specs") && run(vitestSuite("specs", filter)),
    ),
    lane(
      () => wants("unit") && run(vitestSuite("unit", filter)),
      () => wants("db") && run(vitestSuite("db", filter)),
    ),
  ]);

  const sum = (field) => results.reduce((total, counts) => total + counts[field], 0);
  if (isInterrupted) console.log("Interrupted.");
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exit(isInterrupted ? 130 : sum("failed") === 0 ? 0 : 1);
}

function hasJourneys() {
  const folder = path.join(root, "e2e/journeys");
  return existsSync(folder) && readdirSync(folder).length > 0;
}

main().catch((error) => {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exit(1);
});
