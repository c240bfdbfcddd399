import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture } from "../testing/fixture";

type Spec = Record<string, Record<string, unknown>>;

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const site = getBlueprint("static-site").presets[0]!.spec as Spec;
const siteInput = (domain: string, changes: object = {}) =>
  fixture.createInput({
    blueprint: "static-site",
    spec: { ...site, edge: { ...site.edge, domain } },
    ...changes,
  });
let networks = 50;
const platformSpec = (changes: Spec): Spec => {
  const spec = fixture.specWith(`10.${++networks}.0.0/16`) as Spec;
  for (const [section, settings] of Object.entries(changes)) Object.assign(spec[section]!, settings);
  return spec;
};
const check = (input: object, who: "rina" | "theo" | "pat" = "rina") => fixture.as(who).check(input as never);
const asTheo = () => ({ teamId: fixture.people.theo.memberships[0]!.teamId });
const changeOf = (environmentId: string, spec: object, key: string) => ({
  kind: "CHANGE" as const,
  idempotencyKey: `change-${key}`,
  baseEnvironmentVersion: 1,
  environmentId,
  spec: spec as Record<string, unknown>,
  lifetimeDays: 20,
  reason: "another name",
});

describe("a domain", () => {
  it("belongs to one environment, of whatever blueprint, account or region", async () => {
    await fixture.build({ ...siteInput("taken.com"), name: "holder" });
    const spec = platformSpec({ edge: { enabled: true, domain: "taken.com" } });
    const [seen, ...others] = await check(
      fixture.createInput({ spec, cloudAccountId: fixture.accounts[1]!.id, region: "us-east-1" }),
    );
    expect(others).toEqual([]);
    expect(seen).toMatchObject({
      field: "spec.edge.domain",
      message: { key: "domainClaimed", values: { value: "taken.com", held: "taken.com", name: "holder" } },
    });
    const [hidden] = await check(siteInput("taken.com", asTheo()), "theo");
    expect(hidden).toMatchObject({ message: { key: "domainClaimedHidden" } });
    expect(JSON.stringify(hidden)).not.toContain("holder");
  });

  it("takes the names that it answers at with it, and no others", async () => {
    for (const domain of ["api.taken.com", "www.taken.com", "origin.taken.com"])
      expect(await check(siteInput(domain))).toMatchObject([{ message: { values: { held: "taken.com" } } }]);
    await fixture.as("rina").submit(siteInput("api.below.com"));
    expect(await check(siteInput("below.com"))).toMatchObject([
      { message: { values: { held: "api.below.com" } } },
    ]);
    for (const domain of ["staging.taken.com", "sample.org", "www.shop", "nottaken.com"])
      expect(await check(siteInput(domain))).toEqual([]);
    const off = platformSpec({ edge: { enabled: false, domain: "taken.com" } });
    expect(await check(fixture.createInput({ spec: off }))).toEqual([]);
  });

  it("goes to one of many who ask for it at once, in different accounts", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        fixture
          .as("rina")
          .submit(siteInput("wanted.com", { cloudAccountId: fixture.accounts[index % 2]!.id })),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is free again when its request is closed or its environment is gone", async () => {
    const { id } = await fixture.as("rina").submit(siteInput("fleeting.com"));
    expect(await check(siteInput("fleeting.com"))).toMatchObject([{ message: { key: "domainClaimed" } }]);
    await fixture.as("rina").withdraw({ requestId: id, reason: "not needed" });
    expect(await check(siteInput("fleeting.com"))).toEqual([]);
    const { environmentId } = await fixture.build(siteInput("fleeting.com"));
    expect(await check(siteInput("fleeting.com"))).toMatchObject([{ message: { key: "domainClaimed" } }]);
    await fixture.db.environment.update({ where: { id: environmentId }, data: { status: "DESTROYED" } });
    expect(await check(siteInput("fleeting.com"))).toEqual([]);
  });

  it("is kept by the environment that changes, and the next one is held from request to end", async () => {
    const { environmentId } = await fixture.build(siteInput("before.com"));
    const edge = { ...site.edge, rateLimitPerMinute: 500 };
    const same = { ...site, edge: { ...edge, domain: "before.com" } };
    expect(await check(changeOf(environmentId, same, "same"))).toEqual([]);
    const taken = { ...site, edge: { ...edge, domain: "taken.com" } };
    expect(await check(changeOf(environmentId, taken, "taken"))).toMatchObject([
      { field: "spec.edge.domain", message: { key: "domainClaimed" } },
    ]);
    const next = changeOf(environmentId, { ...site, edge: { ...edge, domain: "after.com" } }, "next");
    const { requestId, digest } = await fixture.submitAndPlan(next);
    const isHeld = async (domain: string) => (await check(siteInput(domain))).length > 0;
    expect(await isHeld("after.com")).toBe(true);
    const { runId } = await fixture.as("marco").approve({ requestId, digest });
    expect([await isHeld("before.com"), await isHeld("after.com")]).toEqual([true, true]);
    await fixture.finishRun(runId!, "FAILED");
    expect([await isHeld("before.com"), await isHeld("after.com")]).toEqual([true, true]);
    await fixture.finishRun(runId!, "READY");
    expect([await isHeld("before.com"), await isHeld("after.com")]).toEqual([false, true]);
  });

  it("voids an approval when somebody has got it in between", async () => {
    const { requestId, digest } = await fixture.submitAndPlan(siteInput("raced.com"));
    const { environmentId } = await fixture.build(siteInput("elsewhere.com"));
    const spec = { ...site, edge: { ...site.edge, domain: "raced.com" } };
    await fixture.db.environment.update({ where: { id: environmentId }, data: { spec: spec as never } });
    await expect(fixture.as("marco").approve({ requestId, digest })).rejects.toMatchObject({
      cause: { code: "STALE", says: { key: "approvalVoided" } },
    });
  });
});

describe("what an account has one of in a region", () => {
  it("is refused where it is, and free elsewhere", async () => {
    const compliance = { enabled: true, recorder: true, securityHub: true };
    await fixture.build({ name: "recorded", spec: platformSpec({ compliance }) });
    expect(await check(fixture.createInput({ spec: platformSpec({ compliance }) }))).toMatchObject([
      {
        field: "spec.compliance.recorder",
        message: { key: "configRecorderClaimed", values: { value: "ap-northeast-2", name: "recorded" } },
      },
      { field: "spec.compliance.securityHub", message: { key: "securityHubClaimed" } },
    ]);
    const spec = platformSpec({ compliance });
    expect(await check(fixture.createInput({ spec, region: "us-east-1" }))).toEqual([]);
    expect(await check(fixture.createInput({ spec, cloudAccountId: fixture.accounts[1]!.id }))).toEqual([]);
    const trail = platformSpec({ compliance: { enabled: true, accountRecorder: true, trail: true } });
    expect(await check(fixture.createInput({ spec: trail }))).toEqual([]);
  });
});
