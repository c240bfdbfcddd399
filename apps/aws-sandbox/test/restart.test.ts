import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import {
  CreateStackCommand,
  DeleteStackCommand,
  type StackEvent,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { afterAll, expect, it, describe as suite, vi } from "vitest";
import { type RunningSandbox, startSandbox } from "../src/index";
import { allEvents, callControl, clientFor, describe, settled, until } from "../testing/client";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const directory = mkdtempSync(join(tmpdir(), "sandbox-"));
let open: RunningSandbox | undefined;
afterAll(async () => {
  await open?.close();
  rmSync(directory, { recursive: true });
});

const start = async (dataDir: string) => {
  open = await startSandbox({ port: 0, durations: 0, dataDir });
  return { sandbox: open, client: clientFor(open.url) };
};
const slow = (url: string, milliseconds: number) => callControl(url, "POST", "durations", { milliseconds });
const short = ({ LogicalResourceId, ResourceStatus, ResourceStatusReason }: StackEvent) =>
  [LogicalResourceId, ResourceStatus, ResourceStatusReason].filter(Boolean).join(" ");
const body = (delay: number, name: string) =>
  JSON.stringify({
    Resources: {
      Q: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: delay } },
      N: { Type: "AWS::SQS::Queue", Properties: { QueueName: name }, DependsOn: "Q" },
    },
    Outputs: { Url: { Value: { Ref: "N" } } },
  });

suite("after a restart", () => {
  it("everything is as it was, and operations under way go on, each step told once", async () => {
    const dataDir = join(directory, "state");
    const StackName = "carried";
    let { sandbox, client } = await start(dataDir);
    /** Stops the sandbox while something lasts, and starts it again. */
    const restart = async () => {
      await sandbox.close();
      ({ sandbox, client } = await start(dataDir));
    };

    await slow(sandbox.url, 300);
    const input = { StackName, TemplateBody: body(1, "one"), ClientRequestToken: "t1" };
    const { StackId = "" } = await client.send(new CreateStackCommand(input));
    await restart();
    await until(
      () => allEvents(client, StackId),
      (events) => events.some((event) => event.ResourceStatusReason === "Resource creation Initiated"),
    );
    await restart();
    expect((await client.send(new CreateStackCommand(input))).StackId).toBe(StackId);
    const created = await settled(client, StackId);
    expect(created.StackStatus).toBe("CREATE_COMPLETE");
    const creation = [
      `${StackName} CREATE_IN_PROGRESS User Initiated`,
      "Q CREATE_IN_PROGRESS",
      "Q CREATE_IN_PROGRESS Resource creation Initiated",
      "Q CREATE_COMPLETE",
      "N CREATE_IN_PROGRESS",
      "N CREATE_IN_PROGRESS Resource creation Initiated",
      "N CREATE_COMPLETE",
      `${StackName} CREATE_COMPLETE`,
    ];
    expect((await allEvents(client, StackId)).map(short).reverse()).toEqual(creation);

    await slow(sandbox.url, 200);
    await client.send(new UpdateStackCommand({ StackName, TemplateBody: body(2, "two") }));
    await restart();
    await slow(sandbox.url, 200);
    await until(
      () => describe(client, StackId),
      ({ StackStatus }) => StackStatus !== "UPDATE_IN_PROGRESS",
    );
    await restart();
    const updated = await settled(client, StackId);
    expect(updated.Outputs?.[0]?.OutputValue).toMatch(/\/two$/);
    const update = (await allEvents(client, StackId)).map(short).reverse().slice(creation.length);
    expect(update).toEqual([
      `${StackName} UPDATE_IN_PROGRESS User Initiated`,
      "Q UPDATE_IN_PROGRESS",
      "Q UPDATE_COMPLETE",
      "N UPDATE_IN_PROGRESS Requested update requires the creation of a new physical resource; hence creating one.",
      "N UPDATE_IN_PROGRESS Resource creation Initiated",
      "N UPDATE_COMPLETE",
      `${StackName} UPDATE_COMPLETE_CLEANUP_IN_PROGRESS`,
      "N DELETE_IN_PROGRESS",
      "N DELETE_COMPLETE",
      `${StackName} UPDATE_COMPLETE`,
    ]);

    await slow(sandbox.url, 200);
    await client.send(new DeleteStackCommand({ StackName }));
    await restart();
    expect(await settled(client, StackId)).toMatchObject({ StackStatus: "DELETE_COMPLETE" });
    const ids = (await allEvents(client, StackId)).map(({ EventId }) => EventId);
    expect(new Set(ids).size).toBe(ids.length);
    const ledger = (await (await fetch(`${sandbox.url}/_sandbox/ledger`)).json()) as {
      ledger: { action: string }[];
    };
    expect(ledger.ledger.map(({ action }) => action)).toEqual(["CREATE", "UPDATE", "DELETE"]);
    await sandbox.close();
  });
});

suite("the process", () => {
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const node = (...args: string[]) =>
    spawn(process.execPath, ["--import", "tsx", main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const launch = async () => {
    const child = node("--port", "0", "--durations", "0", "--data", join(directory, "process"));
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    expect(line).toMatch(/^AWS sandbox is ready: http:\/\/127\.0\.0\.1:\d+$/);
    return { child, url: line.split(": ")[1] as string };
  };

  it("says when it is ready, survives being killed, and ends on SIGTERM", async () => {
    const killed = await launch();
    await slow(killed.url, 500);
    const input = { StackName: "s", TemplateBody: body(1, "x") };
    const { StackId = "" } = await clientFor(killed.url).send(new CreateStackCommand(input));
    killed.child.kill("SIGKILL");
    await once(killed.child, "exit");

    const { child, url } = await launch();
    expect(await settled(clientFor(url), StackId)).toMatchObject({ StackStatus: "CREATE_COMPLETE" });
    expect(await statusAs(url, "evil.example")).toBe(403);
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(0);
  });

  /** What a page under another name of this machine would get. */
  function statusAs(url: string, host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const asked = request(`${url}/_sandbox/health`, { headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on("error", reject).end();
    });
  }

  it.each([
    [["--port", "x"], '--port is "x"'],
    [["--durations", "-1"], "--durations"],
  ])("refuses %j with its usage", async (wrong, text) => {
    const child = node(...wrong);
    const chunks: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    const [code] = (await once(child, "close")) as [number];
    expect(code).toBe(2);
    expect(Buffer.concat(chunks).toString()).toContain(text);
    expect(Buffer.concat(chunks).toString()).toContain("Usage: npm run sandbox");
  });
});
