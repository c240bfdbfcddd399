import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface TestSandbox {
  url: string;
  /** Calls the sandbox's own control API. */
  control(method: "POST" | "DELETE", path: string, body?: object): Promise<void>;
  /** It keeps its connections and answers nothing, until `thaw`. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/**
 * The AWS sandbox as a process of its own, on a free port and with no state kept. `durations` 0: resources
 * take no time.
 */
export async function startSandbox(durations = 0): Promise<TestSandbox> {
  const main = fileURLToPath(new URL("../../../apps/aws-sandbox/src/main.ts", import.meta.url));
  const started = spawn(
    process.execPath,
    ["--import", "tsx", main, "--port", "0", "--durations", String(durations)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise<void>((resolve) => started.once("exit", () => resolve()));
  const lines = createInterface({ input: started.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      const match = /ready: (http:\S+)/.exec(line);
      if (match?.[1]) resolve(match[1]);
    });
    void ended.then(() => reject(new Error("The sandbox ended before it was ready.")));
  });
  return {
    url,
    async control(method, path, body) {
      const answer = await fetch(`${url}/_sandbox/${path}`, {
        method,
        headers: { "content-type": "application/json" },
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    freeze: () => void started.kill("SIGSTOP"),
    thaw: () => void started.kill("SIGCONT"),
    async stop() {
      started.kill("SIGTERM");
      await ended;
    },
  };
}
