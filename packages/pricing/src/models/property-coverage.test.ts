import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { PropertyType, ResourceProperties, SpecDatabase } from "@aws-cdk/service-spec-types";
import { describe, expect, it } from "vitest";
import { pathOf } from "../not-priced";
import { COST_MODELS } from ".";
import { FREE_TYPE_NAMES } from "./free-types";
import { FREE_UNLESS } from "./free-unless";
import { WITHOUT_INFLUENCE } from "./without-influence";

/**
 * What models read of parts that other types have too: a volume mapping of an instance has no `Throughput`, a
 * launch template's has.
 */
const READ_ELSEWHERE = new Set([
  "AWS::EC2::Instance BlockDeviceMappings[].Ebs.Throughput",
  "AWS::Elasticsearch::Domain EBSOptions.Throughput",
]);

interface Node {
  path: string;
  name: string;
  /** Properties below, when it has any that the schema tells. */
  below: () => Node[];
}

const database = loadAwsServiceSpecSync();

function nodesOf(properties: ResourceProperties, prefix: string): Node[] {
  return Object.entries(properties).map(([name, { type }]) => {
    const { suffix, inner } = unwrap(type);
    const path = `${prefix}${name}${suffix}`;
    return { path, name, below: () => (inner ? nodesOf(inner, `${path}.`) : []) };
  });
}

/** A list's elements, and the properties of an object that has some. */
function unwrap(type: PropertyType): { suffix: string; inner?: ResourceProperties } {
  if (type.type === "array") {
    const { suffix, inner } = unwrap(type.element);
    return { suffix: `[]${suffix}`, ...(inner && { inner }) };
  }
  if (type.type === "union") {
    const parts = type.types.map(unwrap);
    return parts.find(({ inner }) => inner) ?? parts.find(({ suffix }) => suffix) ?? { suffix: "" };
  }
  if (type.type === "ref") {
    return { suffix: "", inner: database.get("typeDefinition", type.reference.$ref).properties };
  }
  return { suffix: "" };
}

const schemaOf = (type: string): Node[] => {
  const [resource] = (database as SpecDatabase).lookup("resource", "cloudFormationType", "equals", type);
  if (!resource) throw new Error(`${type} has no schema`);
  return nodesOf(resource.properties, "");
};
const plain = (path: string) => path.replace(/\[\]$/, "");

/** Properties that are in none of the three lists. */
function uncovered(nodes: readonly Node[], listed: ReadonlySet<string>): string[] {
  return nodes.flatMap((node) => {
    if (listed.has(plain(node.path))) return [];
    const leadsToListed = [...listed].some((path) => path.startsWith(`${node.path}.`));
    if (leadsToListed) return uncovered(node.below(), listed);
    return WITHOUT_INFLUENCE.test(node.name) ? [] : [node.path];
  });
}

/** Is there such a property? Objects that the schema leaves open hold anything. */
function exists(nodes: readonly Node[], path: string): boolean {
  return nodes.some((node) => {
    if (plain(node.path) === plain(path)) return true;
    if (!path.startsWith(`${node.path}.`)) return false;
    const below = node.below();
    return below.length === 0 || exists(below, path);
  });
}

const models = [...COST_MODELS.values()].map((model) => ({
  type: model.type,
  read: model.reads,
  named: (model.notPriced ?? []).map(pathOf),
  without: (model.withoutInfluence ?? "").split(" ").filter(Boolean),
}));

describe("the properties of every priced type", () => {
  it.each(models)("$type: each is read, named when it is set, or without influence", (model) => {
    const listed = new Set([...model.read, ...model.named, ...model.without].map(plain));
    expect(uncovered(schemaOf(model.type), listed)).toEqual([]);
  });

  it.each(models)("$type: those that are listed exist, and in one list only", (model) => {
    const nodes = schemaOf(model.type);
    const all = [...model.read, ...model.named, ...model.without];
    const missing = all.filter(
      (path) => !exists(nodes, path) && !READ_ELSEWHERE.has(`${model.type} ${path}`),
    );
    const twice = all.map(plain).filter((path, index, paths) => paths.indexOf(path) < index);
    expect({ missing, twice }).toEqual({ missing: [], twice: [] });
  });

  it("are told apart where one is new", () => {
    const nodes = schemaOf("AWS::RDS::DBInstance");
    expect(uncovered(nodes, new Set(["Engine"]))).toContain("DedicatedLogVolume");
    expect(exists(nodes, "NoSuchProperty")).toBe(false);
  });
});

describe("what makes a free type cost something", () => {
  it("is a property of a type that is free otherwise, with its source", () => {
    for (const [type, { properties, source }] of Object.entries(FREE_UNLESS)) {
      expect(FREE_TYPE_NAMES.has(type), type).toBe(true);
      expect(source).toMatch(/^https:/);
      const nodes = schemaOf(type);
      expect(properties.map(pathOf).filter((path) => !exists(nodes, path))).toEqual([]);
    }
  });
});
