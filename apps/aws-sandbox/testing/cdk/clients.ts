import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type DeploymentMethod,
  MemoryContext,
  StackSelectionStrategy,
  type StackSelector,
  Toolkit,
} from "@aws-cdk/toolkit-lib";

/** What the app of this folder is asked for. */
export interface AppContext {
  prefix: string;
  delay: number;
}

/**
 * One of the CDK's own clients. Each act rejects when the client says that it failed, and resolves to what
 * the client told.
 */
export interface CdkClient {
  deploy(context: AppContext, method: "change-set" | "direct"): Promise<string>;
  diff(context: AppContext): Promise<string>;
  drift(context: AppContext): Promise<string>;
  /** Deploys by a change set that undoes drift. */
  revertDrift(context: AppContext): Promise<string>;
  destroy(context: AppContext, stackName?: string): Promise<string>;
}

const APP = `node ${fileURLToPath(new URL("app.mjs", import.meta.url))}`;
const require = createRequire(import.meta.url);
const CLI = join(dirname(require.resolve("aws-cdk/package.json")), "bin/cdk");

/** `cdk`, as people type it. */
export function commandLine(env: NodeJS.ProcessEnv, cwd: string): CdkClient {
  const cdk = (context: AppContext, ...args: string[]) => {
    const given = Object.entries(context).flatMap(([name, value]) => ["--context", `${name}=${value}`]);
    const out = ["--output", join(cwd, context.prefix), "--no-notices", "--no-version-reporting", "--ci"];
    return run(process.execPath, [CLI, "--app", APP, ...out, ...given, ...args], env, cwd);
  };
  return {
    deploy: (context, method) =>
      cdk(context, "deploy", "--all", `--method=${method}`, "--require-approval=never", "--progress=events"),
    diff: (context) => cdk(context, "diff", "--all"),
    drift: (context) => cdk(context, "drift", "--all"),
    revertDrift: (context) =>
      cdk(context, "deploy", "--all", "--revert-drift", "--require-approval=never", "--progress=events"),
    destroy: (context, stackName) =>
      cdk(context, "destroy", "--force", ...(stackName ? [stackName, "--exclusively"] : ["--all"])),
  };
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
    let told = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        told += chunk.toString();
      });
    }
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(told) : reject(new Error(told))));
  });
}

/** The same as a library. It takes its endpoint and credentials from this process's environment. */
export function toolkit(cwd: string): CdkClient {
  const act = async (
    context: AppContext,
    perform: (toolkit: Toolkit, app: Awaited<ReturnType<Toolkit["fromCdkApp"]>>) => Promise<unknown>,
  ) => {
    const told: string[] = [];
    const client = new Toolkit({
      color: false,
      emojis: false,
      ioHost: {
        notify: async ({ message }) => void told.push(message),
        requestResponse: async ({ message, defaultResponse }) => {
          told.push(message);
          return defaultResponse;
        },
      },
    });
    const app = await client.fromCdkApp(APP, {
      outdir: join(cwd, context.prefix),
      contextStore: new MemoryContext({ ...context }),
    });
    await perform(client, app);
    return told.join("\n");
  };
  const stackEventPollingInterval = 50;
  return {
    deploy: (context, method) => {
      const deploymentMethod: DeploymentMethod = { method };
      const options = { deploymentMethod, stackEventPollingInterval };
      return act(context, (client, app) => client.deploy(app, options));
    },
    diff: (context) => act(context, (client, app) => client.diff(app)),
    drift: (context) => act(context, (client, app) => client.drift(app)),
    revertDrift: (context) => {
      const deploymentMethod: DeploymentMethod = { method: "change-set", revertDrift: true };
      return act(context, (client, app) =>
        client.deploy(app, { deploymentMethod, stackEventPollingInterval }),
      );
    },
    destroy: (context, stackName) => {
      const strategy = StackSelectionStrategy.PATTERN_MUST_MATCH_SINGLE;
      const one: StackSelector = { strategy, patterns: [stackName ?? ""] };
      const options = { stackEventPollingInterval, ...(stackName && { stacks: one }) };
      return act(context, (client, app) => client.destroy(app, options));
    },
  };
}
