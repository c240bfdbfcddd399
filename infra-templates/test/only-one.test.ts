import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLUEPRINTS, type BlueprintId, getBlueprint } from "../src/catalog";
import { BLUEPRINT_ARBITRARIES } from "../testing/arbitraries/blueprints";

type Spec = Record<string, Record<string, unknown>>;
const REGION = { region: "ap-northeast-2" };
const platform = getBlueprint("ticketing");
const presetSpec = (key: string) =>
  structuredClone(platform.presets.find((preset) => preset.key === key)?.spec) as Spec;
const withEdge = (edge: object): Spec => {
  const spec = presetSpec("prod");
  return { ...spec, edge: { ...spec.edge, ...edge } };
};
const namesOf = (domain: string) => [domain, ...["api", "origin", "www"].map((name) => `${name}.${domain}`)];
const contains = (spec: Spec, part: Record<string, Record<string, unknown>>) =>
  Object.entries(part).every(([section, settings]) =>
    Object.entries(settings).every(([name, value]) => spec[section]?.[name] === value),
  );

describe("what forbids deletion", () => {
  it("is the load balancer's and Aurora's protection while they are there", () => {
    const spec = { ...presetSpec("prod") };
    const blocks = (changes: Spec) => platform.blocksDeletion({ ...spec, ...changes });
    expect(blocks({})).toEqual([
      { stack: "edge", path: "edge.deletionProtection", message: { key: "spec.edge.protected" } },
    ]);
    expect(blocks({ edge: { ...spec.edge, enabled: false } })).toEqual([]);
    expect(blocks({ edge: { ...spec.edge, alb: false } })).toEqual([]);
    expect(blocks({ edge: { ...spec.edge, deletionProtection: false } })).toEqual([]);
    expect(
      blocks({ aurora: { ...spec.aurora, enabled: true, deletionProtection: true } }).map(
        ({ stack }) => stack,
      ),
    ).toEqual(["edge", "aurora"]);
  });
});

describe("what only one environment can have", () => {
  it("is a domain, wherever it is asked for", () => {
    const site = getBlueprint("static-site");
    for (const [model, spec] of [
      [site, site.presets[0]?.spec as Spec],
      [platform, withEdge({ domain: "preview.tickets.your-company.com" })],
    ] as const) {
      expect(model.claims(spec, REGION).filter(({ kind }) => kind === "domain")).toMatchObject([
        {
          kind: "domain",
          value: "preview.tickets.your-company.com",
          scope: "everywhere",
          path: "edge.domain",
        },
      ]);
    }
    const kinds = platform.claims(withEdge({ enabled: false }), REGION).map(({ kind }) => kind);
    expect(kinds).not.toContain("domain");
  });

  it("is Config's recorder and Security Hub in a region, where they are switched on", () => {
    const spec = presetSpec("prod");
    const kinds = (compliance: object) =>
      platform
        .claims({ ...spec, compliance: { ...spec.compliance, ...compliance } }, REGION)
        .filter(({ scope }) => scope === "region");
    expect(kinds({ recorder: false, accountRecorder: true })).toEqual([]);
    expect(kinds({ enabled: false, recorder: true })).toEqual([]);
    expect(kinds({ recorder: true, securityHub: true })).toMatchObject([
      { kind: "configRecorder", value: "ap-northeast-2", path: "compliance.recorder" },
      { kind: "securityHub", value: "ap-northeast-2", path: "compliance.securityHub" },
    ]);
  });

  it("law: domains are rivals when they have a name in common", () => {
    const label = fc.constantFrom("api", "www", "origin", "a", "b");
    const domain = fc
      .array(label, { minLength: 1, maxLength: 3 })
      .map((labels) => [...labels, "example"].join("."));
    let rivals = 0;
    fc.assert(
      fc.property(domain, domain, (one, other) => {
        const isRival = namesOf(one).some((name) => namesOf(other).includes(name));
        if (isRival) rivals++;
        const [claim] = platform.claims(withEdge({ domain: one }), REGION);
        const spec = withEdge({ domain: other });
        expect(claim?.rivals.some((part) => contains(spec, part))).toBe(isRival);
      }),
      { numRuns: 1000 },
    );
    expect(rivals).toBeGreaterThan(20);
  });
});

describe.each(BLUEPRINTS.map((model) => [model.id, model] as const))("settings named by %s", (id, model) => {
  it("are fields of its form", () => {
    const fields = new Set(model.sections.flatMap((section) => section.fields.map(({ path }) => path)));
    fc.assert(
      fc.property(BLUEPRINT_ARBITRARIES[id as BlueprintId].valid, (spec) => {
        const named = [...model.blocksDeletion(spec), ...model.claims(spec, REGION)];
        expect(named.map(({ path }) => path).filter((path) => !fields.has(path))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
