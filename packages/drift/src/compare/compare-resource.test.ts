import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareResource } from "./compare-resource";
import type { ReadableSchema } from "./types";

interface RecordedCase {
  id: string;
  resource: { resourceType: string; declared: Record<string, unknown> };
  liveRaw: Record<string, unknown>;
  schema: ReadableSchema;
  expected: { tier: string; path: string }[];
}

const FILE = path.resolve(import.meta.dirname, "../../../../../shared/data/live-resources.json");
const CASES: RecordedCase[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : [];

/** Undeclared, and still the whole point of the case: a person put a boundary on a role. */
const isReal = ({ tier, path: at }: RecordedCase["expected"][number]): boolean =>
  tier === "declared" || at === "PermissionsBoundary";
const paths = (recorded: RecordedCase, ...tiers: string[]): string[] =>
  recorded.expected
    .filter(({ tier }) => tiers.includes(tier))
    .map(({ path: at }) => at)
    .sort();
const compare = ({ resource, liveRaw, schema }: RecordedCase) =>
  compareResource({ ...resource, live: liveRaw, schema });

/** Every plain value of a declaration with the way to it. */
function leavesOf(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => leavesOf(entry, [...at, index]));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, entry]) => leavesOf(entry, [...at, name]));
  return [at];
}

function withLeaf(
  declared: unknown,
  at: readonly (string | number)[],
  change: (old: unknown) => unknown,
): unknown {
  const copy = structuredClone(declared) as Record<string | number, unknown>;
  const parent = at.slice(0, -1).reduce((node, step) => node[step] as Record<string | number, unknown>, copy);
  const last = at.at(-1) ?? "";
  parent[last] = change(parent[last]);
  return copy;
}

describe.skipIf(CASES.length === 0)("resources as AWS returned them", () => {
  it.each(CASES.map((recorded) => [recorded.id, recorded] as const))("%s", (_, recorded) => {
    const { differences, notCompared } = compare(recorded);
    expect(differences.map(({ path: at }) => at).sort()).toEqual(
      recorded.expected
        .filter(isReal)
        .map(({ path: at }) => at)
        .sort(),
    );
    expect([...notCompared].sort()).toEqual(paths(recorded, "readGap", "unresolved"));
  });

  it("finds every declared value that was changed", () => {
    const missed = CASES.flatMap((recorded) => {
      const skipped = compare(recorded).notCompared;
      return leavesOf(recorded.resource.declared).flatMap((leaf) => {
        const at = leaf.join(".");
        if (skipped.some((path) => at === path || at.startsWith(`${path}.`))) return [];
        const declared = withLeaf(recorded.resource.declared, leaf, (old) =>
          typeof old === "boolean" ? !old : typeof old === "number" ? old + 1 : `${old}-changed`,
        ) as Record<string, unknown>;
        const before = compare(recorded).differences.length;
        const after = compare({ ...recorded, resource: { ...recorded.resource, declared } }).differences;
        const top = String(leaf[0]);
        return after.length > 0 && (before > 0 || after.every(({ path }) => path.split(".")[0] === top))
          ? []
          : [`${recorded.id} ${at}`];
      });
    });
    expect(missed).toEqual([]);
  });

  it("finds every declared property that is gone", () => {
    const missed = CASES.flatMap((recorded) =>
      Object.keys(recorded.liveRaw)
        .filter((name) => name in recorded.resource.declared && !compare(recorded).notCompared.includes(name))
        .filter((name) => {
          const { [name]: _, ...live } = recorded.liveRaw;
          const gone = compare({ ...recorded, liveRaw: live }).differences;
          return !gone.some(({ path: at }) => at.split(".")[0] === name);
        })
        .map((name) => `${recorded.id} ${name} ${JSON.stringify(recorded.resource.declared[name])}`),
    );
    expect(missed).toEqual([]);
  });
});

describe("what is the same", () => {
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie("node"), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{1,6}$/), tie("node"), { maxKeys: 4 }),
    ),
  })).node;
  const resource = fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{1,6}$/), value, { maxKeys: 5 });

  it("is in sync with itself, and with what AWS adds", () => {
    fc.assert(
      fc.property(resource, fc.string(), (declared, extra) => {
        const live = { ...declared, ServiceDefault0: extra };
        expect(compareResource({ resourceType: "AWS::Any::Type", declared, live }).differences).toEqual([]);
      }),
    );
  });

  it("does not depend on the order of lists and properties", () => {
    const reversed = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(reversed).reverse();
      if (typeof node !== "object" || node === null) return node;
      return Object.fromEntries(
        Object.entries(node)
          .reverse()
          .map(([name, entry]) => [name, reversed(entry)]),
      );
    };
    fc.assert(
      fc.property(resource, (declared) => {
        const live = reversed(declared) as Record<string, unknown>;
        expect(compareResource({ resourceType: "AWS::Any::Type", declared, live }).differences).toEqual([]);
      }),
    );
  });

  it.each([
    ["a number as text", { Port: 443 }, { Port: "443" }],
    ["a switch as text", { On: true }, { On: "true" }],
    ["JSON as text", { Policy: '{"a":[1]}' }, { Policy: { a: [1] } }],
    ["one action and a list of one", policy({ Action: "s3:Get*" }), policy({ Action: ["s3:Get*"] })],
    [
      "an account and its root",
      policy({ Principal: { AWS: "111111111111" } }),
      policy({ Principal: { AWS: ["arn:aws:iam::111111111111:root"] } }),
    ],
    [
      "tags of CloudFormation itself",
      { Tags: [] },
      { Tags: [{ Key: "aws:cloudformation:stack-name", Value: "s" }] },
    ],
    ["what is off and left out", { Off: false, Empty: [] }, {}],
  ])("%s", (_, declared, live) => {
    expect(compareResource({ resourceType: "AWS::Any::Type", declared, live }).differences).toEqual([]);
  });
});

describe("what differs", () => {
  it("an entry that somebody added to a list", () => {
    const declared = { Rules: [{ Cidr: "10.0.0.0/8" }] };
    const live = { Rules: [{ Cidr: "0.0.0.0/0" }, { Cidr: "10.0.0.0/8" }] };
    expect(compareResource({ resourceType: "AWS::Any::Type", declared, live }).differences).toEqual([
      { path: "Rules.0", actual: { Cidr: "0.0.0.0/0" } },
    ]);
  });

  it("a tag that somebody added", () => {
    const declared = { Tags: [{ Key: "team", Value: "box" }] };
    const live = {
      Tags: [
        { Key: "team", Value: "box" },
        { Key: "extra", Value: "1" },
      ],
    };
    expect(compareResource({ resourceType: "AWS::Any::Type", declared, live }).differences).toEqual([
      { path: "Tags.0", actual: { Key: "extra", Value: "1" } },
    ]);
  });

  it("a variable that somebody added", () => {
    const declared = { Environment: { Variables: { A: "1" } } };
    const live = { Environment: { Variables: { A: "1", B: "2" } } };
    expect(compareResource({ resourceType: "AWS::Lambda::Function", declared, live }).differences).toEqual([
      { path: "Environment.Variables.B", actual: "2" },
    ]);
  });
});

function policy(part: Record<string, unknown>): Record<string, unknown> {
  return { PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: "Allow", ...part }] } };
}
