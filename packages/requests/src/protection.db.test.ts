import { say } from "@greenroom/messages";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture } from "../testing/fixture";

type Spec = Record<string, Record<string, unknown>>;

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

let built = 0;
/** A platform with load balancer and Aurora, both protected, of which the named stacks are deployed. */
async function buildProtected(deployed: readonly string[] = ["network", "edge", "aurora"]) {
  const spec = fixture.specWith(`10.${100 + ++built}.0.0/16`) as Spec;
  Object.assign(spec.edge!, { enabled: true, alb: true, deletionProtection: true });
  Object.assign(spec.edge!, { domain: `shop-${built}.com` });
  Object.assign(spec.aurora!, { enabled: true, deletionProtection: true });
  const { environmentId } = await fixture.build({ name: `protected-${built}`, spec });
  await fixture.db.environmentStack.createMany({
    data: deployed.map((key, position) => ({
      environmentId,
      key,
      position,
      stackName: key,
      region: "ap-northeast-2",
      templateHash: "",
      template: {},
      deployedAt: new Date(),
    })),
  });
  const destroy = {
    kind: "DESTROY" as const,
    idempotencyKey: `destroy-${built}`,
    environmentId,
    baseEnvironmentVersion: 1,
    typedName: `protected-${built}`,
    reason: "not needed",
  };
  const changed = (changes: Spec) => {
    const next = structuredClone(spec);
    for (const [section, settings] of Object.entries(changes)) Object.assign(next[section]!, settings);
    return {
      kind: "CHANGE" as const,
      idempotencyKey: `change-${built}`,
      environmentId,
      baseEnvironmentVersion: 1,
      spec: next,
      lifetimeDays: 20,
      reason: "smaller",
    };
  };
  return { environmentId, spec, destroy, changed };
}

describe("destroying what AWS protects", () => {
  it("is refused with the settings to switch off first, by check and submit", async () => {
    const { destroy } = await buildProtected();
    expect(await fixture.as("rina").check(destroy)).toMatchObject([
      {
        field: "spec.edge.deletionProtection",
        message: { key: "spec.edge.protected" },
      },
      { field: "spec.aurora.deletionProtection", message: { key: "spec.aurora.protected" } },
    ]);
    await expect(fixture.as("rina").submit(destroy)).rejects.toMatchObject({
      cause: { code: "CONFLICT", says: { key: "spec.edge.protected" } },
    });
  });

  it("is open once a change has switched them off", async () => {
    const { destroy, changed } = await buildProtected();
    const off = { deletionProtection: false };
    const { requestId, digest } = await fixture.submitAndPlan(changed({ edge: off, aurora: off }));
    const { runId } = await fixture.as("marco").approve({ requestId, digest });
    await fixture.finishRun(runId!, "READY");
    const { version } = await fixture.db.environment.findUniqueOrThrow({
      where: { id: destroy.environmentId },
    });
    expect(await fixture.as("rina").check({ ...destroy, baseEnvironmentVersion: version })).toEqual([]);
  });

  it("is open while what is protected was never built, and for protected tables, which are kept", async () => {
    const { destroy, environmentId, spec } = await buildProtected(["network"]);
    Object.assign(spec.data!, { deletionProtection: true });
    await fixture.db.environment.update({
      where: { id: environmentId },
      data: { status: "FAILED", spec: spec as never },
    });
    expect(await fixture.as("rina").check(destroy)).toEqual([]);
  });
});

describe("a change that takes away what AWS protects", () => {
  it("is refused on the switch that takes it away, even with the protection switched off in the same change", async () => {
    const { changed } = await buildProtected();
    const fieldsOf = async (changes: Spec) =>
      (await fixture.as("rina").check(changed(changes))).map(({ field, message }) => [field, message.key]);
    expect(await fieldsOf({ edge: { enabled: false } })).toEqual([
      ["spec.edge.enabled", "spec.edge.protected"],
    ]);
    expect(await fieldsOf({ edge: { alb: false, deletionProtection: false } })).toEqual([
      ["spec.edge.alb", "spec.edge.protected"],
    ]);
    expect(await fieldsOf({ aurora: { enabled: false, deletionProtection: false } })).toEqual([
      ["spec.aurora.enabled", "spec.aurora.protected"],
    ]);
    expect(await fieldsOf({ edge: { deletionProtection: false } })).toEqual([]);
    expect(await fieldsOf({ edge: { priceClass: "PriceClass_All" } })).toEqual([]);
    await expect(fixture.as("rina").submit(changed({ edge: { enabled: false } }))).rejects.toMatchObject({
      cause: { code: "CONFLICT", field: "spec.edge.enabled" },
    });
  });
});

describe("a change that AWS takes in several steps only", () => {
  const problemsOf = async (deployed: readonly string[], before: Spec, after: Spec) => {
    const { changed, environmentId, spec } = await buildProtected(deployed);
    for (const [section, settings] of Object.entries(before)) Object.assign(spec[section]!, settings);
    await fixture.db.environment.update({ where: { id: environmentId }, data: { spec: spec as never } });
    const found = await fixture.as("rina").check(changed(after));
    return found.map(({ field, message }) => [field, message.key, say("en", message)]);
  };

  it("is refused with the step to ask for first", async () => {
    const both = { data: { replicaTokyo: true, replicaSingapore: true } };
    expect(await problemsOf(["data"], {}, both)).toEqual([
      [
        "spec.data.replicaSingapore",
        "spec.data.oneReplicaAtATime",
        expect.stringContaining("Request ap-northeast-1 in this change"),
      ],
    ]);
    expect(await problemsOf(["data"], {}, { data: { replicaTokyo: true } })).toEqual([]);
    const cluster = (version: string) => ({ cluster: { enabled: true, version } });
    expect(await problemsOf(["cluster"], cluster("1.33"), cluster("1.35"))).toMatchObject([
      ["spec.cluster.version", "spec.cluster.oneVersion", expect.stringContaining("from 1.33 to 1.34")],
    ]);
    expect(await problemsOf(["cluster"], cluster("1.34"), cluster("1.33"))).toMatchObject([
      ["spec.cluster.version", "spec.cluster.olderVersion", expect.stringContaining("Keep 1.34")],
    ]);
    expect(await problemsOf(["cluster"], cluster("1.33"), cluster("1.34"))).toEqual([]);
  });

  it("is refused where what is built cannot move along", async () => {
    const moved = { network: { cidr: "10.99.0.0/16" } };
    expect(await problemsOf(["network", "cache", "cluster"], { cluster: { enabled: true } }, moved)).toEqual([
      ["spec.network.cidr", "spec.network.occupied", expect.stringContaining("cannot move to 10.99.0.0/16")],
    ]);
    expect(await problemsOf(["network", "data"], {}, moved)).toEqual([]);
  });

  it("is open for what was never deployed", async () => {
    const cluster = (version: string) => ({ cluster: { enabled: true, version } });
    expect(await problemsOf(["network"], cluster("1.33"), cluster("1.35"))).toEqual([]);
  });
});
