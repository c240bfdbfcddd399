/**
 * All parts of Greenroom, started and stopped in order: Postgres, migrations, demo people, AWS sandbox,
 * worker, portal. The one piece that `npm run up`, the end-to-end tests and the bench share. Needs an
 * installed and built checkout.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { obtainPostgres } from "./postgres.mjs";
import { choosePort, freePort } from "./processes/ports.mjs";
import { partEnvironment, readAwsMode } from "./stack/environment.mjs";
import { claimFolder } from "./stack/folder-lock.mjs";
import { dataFolder, root } from "./stack/paths.mjs";
import { silentProgress } from "./stack/progress.mjs";
import { runToEnd } from "./stack/run-to-end.mjs";
import { startService } from "./stack/service.mjs";
import { supervise } from "./stack/supervise.mjs";

/**
 * A fortieth of real time: the smallest size with its cluster is built in about half a minute, the whole
 * platform in little more.
 */
const DEFAULT_DURATIONS = "0.025";
const GRACE_MS = { postgres: 0, sandbox: 5_000, worker: 20_000, portal: 5_000 };

/**
 * @typedef {object} StackOptions
 * @property {string} [data] data folder; GREENROOM_DATA or `.greenroom` when absent
 * @property {number | string} [port] the portal's; 0 takes any free one; absent the first free one from 4310
 * @property {number | string} [durations] scales how long the sandbox's resources take; 0 is at once
 * @property {Record<string, string | undefined>} [env] settings, process.env when absent
 * @property {import("./stack/progress.mjs").Progress} [progress]
 * @property {ReturnType<typeof claimFolder>} [lock] the data folder's, when the caller has claimed it already
 *
 * @typedef {object} Stack
 * @property {string} url the portal
 * @property {string | undefined} sandboxUrl
 * @property {string} databaseUrl as the portal and the worker sign in to it
 * @property {string} ownerUrl as the role that owns its tables
 * @property {string} workerUrl
 * @property {number} workerPid changes with a restart
 * @property {() => Promise<void>} restartWorker
 * @property {() => Promise<void>} stop
 */

/**
 * @param {StackOptions} options
 * @returns {Promise<Stack>} when every part answers
 * @throws after stopping whatever had been started
 */
export async function startStack({
  data,
  port,
  durations,
  env = process.env,
  progress = silentProgress,
  lock,
} = {}) {
  const folder = dataFolder(data ?? env.GREENROOM_DATA);
  const awsMode = readAwsMode(env);
  const claim = lock ?? claimFolder(folder);
  const stops = [() => claim.release()];
  const stop = onceAsync(async () => {
    for (const undo of stops.reverse()) await undo();
  });
  try {
    const parts = await startParts({ folder, awsMode, claim, stops, port, durations, env, progress });
    return {
      ...parts,
      stop,
      get workerPid() {
        return parts.worker.pid();
      },
      restartWorker: () => parts.worker.restart(),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts({ folder, awsMode, claim, stops, port, durations, env, progress }) {
  const logs = path.join(folder, "logs");
  mkdirSync(logs, { recursive: true });
  const leftovers = await claim.stopLeftovers();
  if (leftovers.length) progress.print(`  stopped what an earlier run had left: ${leftovers.join(", ")}`);
  const portalUrl = `http://127.0.0.1:${await choosePort(port ?? env.PORT)}`;
  const sandboxUrl = awsMode === "sandbox" ? `http://127.0.0.1:${await freePort()}` : undefined;
  const workerUrl = `http://127.0.0.1:${await freePort()}`;

  const keep = async (name, start) => {
    const logFile = path.join(logs, `${name}.log`);
    const part = await supervise({ name, start, logFile, graceMs: GRACE_MS[name], print: progress.print });
    stops.push(part.stop);
    return part;
  };

  let databaseUrl;
  let ownerUrl;
  await progress.step("starting Postgres", async () => {
    const options = { dataDir: path.join(folder, "postgres"), logFile: path.join(logs, "postgres.log") };
    const postgresPort = await freePort();
    const { first } = await keep("postgres", () =>
      obtainPostgres({
        ...options,
        port: postgresPort,
        databaseUrl: env.DATABASE_URL,
        ownerUrl: env.DATABASE_OWNER_URL,
      }),
    );
    databaseUrl = first.applicationUrl;
    ownerUrl = first.url;
    return { note: first.description };
  });
  const settings = { env, folder, databaseUrl, awsMode, sandboxUrl, portalUrl };
  const start = (name, args, { cwd = root, extra = {}, healthUrl }) => {
    const logFile = path.join(logs, `${name}.log`);
    const print = progress.print;
    const service = startService({
      name,
      args,
      cwd,
      env: { ...partEnvironment(name, settings), ...extra },
      logFile,
      healthUrl,
      print,
    });
    claim.addChild(name, service.pid);
    return service;
  };

  const sandbox =
    sandboxUrl &&
    (await keep("sandbox", () =>
      startSandbox(start, sandboxUrl, folder, durations ?? env.SANDBOX_DURATIONS),
    ));
  await progress.step("preparing the database", () =>
    prepareDatabase(partEnvironment("setup", settings), ownerUrl, logs),
  );
  // Pages say what is away, and it is started again and again: the portal needs neither of them to answer.
  const unlessAway = (part, name) =>
    part.ready().catch((error) => {
      progress.print(`  The portal goes on without the ${name}, which is started again: ${error.message}`);
    });
  if (sandbox) await progress.step("starting the AWS sandbox", () => unlessAway(sandbox, "AWS sandbox"));

  const worker = await keep("worker", () => startWorker(start, workerUrl));
  const portal = await keep("portal", () => startPortal(start, portalUrl));
  await progress.step("starting the worker and the portal", () =>
    Promise.all([unlessAway(worker, "worker"), portal.ready()]).then(() => undefined),
  );
  claim.setUrl(portalUrl);

  return { url: portalUrl, sandboxUrl, databaseUrl, ownerUrl, workerUrl, worker };
}

function startSandbox(start, url, folder, durations = DEFAULT_DURATIONS) {
  const options = ["--port", new URL(url).port, "--data", path.join(folder, "sandbox")];
  return start(
    "sandbox",
    ["--import", "tsx", "apps/aws-sandbox/src/main.ts", ...options, "--durations", String(durations)],
    { healthUrl: `${url}/_sandbox/health` },
  );
}

function startWorker(start, url) {
  return start("worker", ["--import", "tsx", "apps/worker/src/main.ts"], {
    extra: { WORKER_PORT: new URL(url).port },
    healthUrl: `${url}/health`,
  });
}

function startPortal(start, url) {
  const { port } = new URL(url);
  return start("portal", ["--import", "tsx", "apps/portal/src/server/front/main.ts"], {
    extra: { PORT: port },
    healthUrl: `${url}/api/health`,
  });
}

/** Only the migrations run as the owner. */
async function prepareDatabase(shared, ownerUrl, logs) {
  for (const [name, file, env] of [
    ["migrate", "prisma/src/migrate.ts", { ...shared, DATABASE_OWNER_URL: ownerUrl }],
    ["seed", "prisma/seed/main.ts", shared],
  ]) {
    const logFile = path.join(logs, `${name}.log`);
    await runToEnd({
      name,
      command: process.execPath,
      args: ["--import", "tsx", file],
      cwd: root,
      env,
      logFile,
    });
  }
}

function onceAsync(work) {
  let result;
  return () => {
    result ??= work();
    return result;
  };
}
