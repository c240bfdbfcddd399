import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningSandbox, startSandbox } from "../src/index";
import { type AppContext, type CdkClient, commandLine, toolkit } from "../testing/cdk/clients";
import { callControl } from "../testing/client";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

/** Clients that know nothing of the sandbox: what they take for granted of CloudFormation must hold here. */
let sandbox: RunningSandbox;
let folder: string;
const clients: Record<string, CdkClient> = {};

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, durations: 0 });
  folder = mkdtempSync(join(tmpdir(), "cdk-clients-"));
  const settings = {
    AWS_ENDPOINT_URL: sandbox.url,
    AWS_ACCESS_KEY_ID: "111122223333",
    AWS_SECRET_ACCESS_KEY: "none",
    AWS_REGION: "ap-northeast-2",
    // No profile, no cached account and no metadata service of the machine.
    AWS_CONFIG_FILE: join(folder, "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "credentials"),
    AWS_EC2_METADATA_DISABLED: "true",
    CDK_HOME: join(folder, "home"),
    CDK_VALIDATION: "false",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  clients["the CDK CLI"] = commandLine({ ...process.env }, folder);
  clients["toolkit-lib"] = toolkit(folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Shown {
  stackName: string;
  status: string;
  resources: { logicalId: string; physicalId: string; live: Record<string, unknown> }[];
}
async function stateOf(prefix: string) {
  const answer = await fetch(`${sandbox.url}/_sandbox/state`);
  const { stacks, calls } = (await answer.json()) as { stacks: Shown[]; calls: Record<string, number> };
  const [producer, ...consumers] = ["Producer", "strong", "weak"].map((name) =>
    stacks.find(({ stackName }) => stackName === `${prefix}${name}`),
  );
  const statuses = [producer, ...consumers].map((stack) => stack?.status);
  return { producer, consumers, statuses, calls };
}

async function tamper(input: object): Promise<void> {
  expect((await callControl(sandbox.url, "POST", "tamper", input)).status).toBe(200);
}

describe.concurrent.each(["the CDK CLI", "toolkit-lib"])("%s", (name) => {
  it("deploys stacks that refer to each other, shows a difference and drift, undoes that, changes either way, and destroys", async () => {
    const client = clients[name] as CdkClient;
    const prefix = name.replaceAll(/\W/g, "");
    const withDelay = (delay: number): AppContext => ({ prefix, delay });

    await client.deploy(withDelay(1), "change-set");
    const first = await stateOf(prefix);
    expect(first.statuses).toEqual(Array(3).fill("CREATE_COMPLETE"));
    const queue = first.producer?.resources[0];
    const addresses = first.consumers.map((stack) => stack?.resources[0]?.live.Value);
    expect(addresses).toEqual([queue?.live.Arn, queue?.live.Arn]);

    const diff = await client.diff(withDelay(2));
    expect(diff).toMatch(/DelaySeconds[\s\S]*\[-\] 1[\s\S]*\[\+\] 2/);
    expect(diff).toContain("There were no differences");
    expect(diff).not.toMatch(/Could not (create|retrieve)/);

    await client.deploy(withDelay(2), "change-set");
    expect((await stateOf(prefix)).producer).toMatchObject({
      status: "UPDATE_COMPLETE",
      resources: [{ physicalId: queue?.physicalId, live: { DelaySeconds: 2 } }],
    });
    expect(await client.drift(withDelay(2))).not.toMatch(/DelaySeconds/);
    await tamper({
      stackName: `${prefix}Producer`,
      logicalId: queue?.logicalId,
      path: "/DelaySeconds",
      value: 9,
    });
    expect(await client.drift(withDelay(2))).toMatch(/DelaySeconds[\s\S]*\[-\] 2[\s\S]*\[\+\] 9/);
    await client.revertDrift(withDelay(2));
    expect((await stateOf(prefix)).producer?.resources[0]?.live.DelaySeconds).toBe(2);
    expect(await client.drift(withDelay(2))).not.toMatch(/DelaySeconds/);

    await client.deploy(withDelay(3), "direct");
    const changed = await stateOf(prefix);
    expect(changed.producer?.resources[0]?.live.DelaySeconds).toBe(3);
    expect(changed.calls.UpdateStack).toBeGreaterThan(0);

    const lockedStack = client.destroy(withDelay(3), `${prefix}Producer`);
    await expect(lockedStack).rejects.toThrow(new RegExp(`as it is in use by ${prefix}strong`));
    await client.destroy(withDelay(3));
    expect((await stateOf(prefix)).statuses).toEqual(Array(3).fill("DELETE_COMPLETE"));
  });
});
