import { existsSync, readdirSync, readFileSync } from "node:fs";
import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { BLUEPRINTS, getBlueprint } from "../src/catalog";
import { type ManifestSpec, manifestFiles, remainingSteps } from "../src/manifests";
import { clusterSection } from "../src/stacks/cluster/form";
import { siteNames } from "../src/stacks/edge/domain";
import { TARGET_PORT } from "../src/stacks/edge/target-port";
import { anyTicketing } from "../testing/arbitraries/ticketing";

// The definitions are large; compiling them takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Json = Record<string, unknown>;
/** Custom resource definitions as their projects publish them: Karpenter and the Gateway API. */
const CRDS = new URL("../../../shared/data/crds/", import.meta.url);

const OUTPUTS: Record<string, string> = {
  "network.VpcId": "vpc-0123456789abcdef0",
  "cluster.ClusterName": "spring-sale",
  "cluster.ClusterEndpoint": "https://0123456789.gr7.ap-northeast-2.eks.amazonaws.com",
  "cluster.ClusterSecurityGroupId": "sg-0123456789abcdef0",
  "karpenter.KarpenterQueueName": "spring-sale-karpenter",
  "karpenter.KarpenterProfileName": "greenroom-spring-sale-karpenter-KarpenterNodeProfile-1",
  "bastion.InstanceId": "i-0123456789abcdef0",
  "edge.AlbDnsName": "spring-sale-1.ap-northeast-2.elb.amazonaws.com",
  "edge.TargetGroupArn":
    "arn:aws:elasticloadbalancing:ap-northeast-2:111122223333:targetgroup/pods/0123456789abcdef",
  "observability.PrometheusEndpoint": "https://aps-workspaces.ap-northeast-2.amazonaws.com/workspaces/ws-1/",
};
const CONTEXT = {
  environmentName: "spring-sale",
  region: "ap-northeast-2",
  accountId: "111122223333",
  stage: "prod",
};
const stepsOf = (spec: unknown) => {
  return remainingSteps(spec as ManifestSpec, CONTEXT, (stack, output) => {
    const value = OUTPUTS[`${stack}.${output}`];
    if (value === undefined) throw new Error(`${stack} has no output ${output}`);
    return value;
  });
};
const objectsOf = (spec: unknown): Json[] =>
  manifestFiles(stepsOf(spec))
    .filter(({ name }) => !name.endsWith("-values.yaml"))
    .flatMap(({ content }) => parseAllDocuments(content).map((document) => document.toJSON() as Json));

/**
 * The API server drops what a schema does not name, so that a misspelt field would be lost without a word:
 * here it is an error.
 */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== "object" || schema === null) return schema;
  const read = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)])) as Json;
  const isOpen = "additionalProperties" in read || read["x-kubernetes-preserve-unknown-fields"] === true;
  return read.type === "object" && read.properties && !isOpen
    ? { ...read, additionalProperties: false }
    : read;
}

function crdSchemas(): Map<string, Json> {
  const schemas = new Map<string, Json>();
  for (const file of readdirSync(CRDS)) {
    for (const document of parseAllDocuments(readFileSync(new URL(file, CRDS), "utf8"))) {
      const { spec } = document.toJSON() as {
        spec: {
          group: string;
          names: { kind: string };
          versions: { name: string; schema: { openAPIV3Schema: Json } }[];
        };
      };
      for (const { name, schema } of spec.versions) {
        schemas.set(`${spec.group}/${name} ${spec.names.kind}`, schema.openAPIV3Schema);
      }
    }
  }
  return schemas;
}

describe("the manifests of an environment", () => {
  it.skipIf(!existsSync(CRDS))(
    "are what the published definitions of their kinds take, whatever is chosen",
    () => {
      const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
      const validators = new Map(
        [...crdSchemas()].map(([kind, schema]) => [kind, ajv.compile(strict(schema) as Json)]),
      );
      const met = new Set<string>();
      const check = (spec: unknown) => {
        for (const object of objectsOf(spec)) {
          const kind = `${object.apiVersion} ${object.kind}`;
          const validate = validators.get(kind);
          if (!validate) continue;
          const { name } = object.metadata as { name: string };
          expect(
            validate({ ...object, metadata: {} }),
            `${kind} ${name}: ${ajv.errorsText(validate.errors)}`,
          ).toBe(true);
          met.add(String(object.kind));
        }
      };
      for (const { spec } of getBlueprint("ticketing").presets) check(spec);
      fc.assert(fc.property(anyTicketing, check), { numRuns: 30 });
      expect([...met].sort()).toEqual(["EC2NodeClass", "Gateway", "GatewayClass", "HTTPRoute", "NodePool"]);
    },
  );

  it("name a kind and a version, and one another, as they are", () => {
    fc.assert(
      fc.property(anyTicketing, (spec) => {
        const objects = objectsOf(spec);
        for (const { apiVersion, kind, metadata } of objects) {
          expect(apiVersion).toMatch(/^[a-z0-9.-]+\/v\d(alpha\d|beta\d)?$/);
          expect(kind).toMatch(/^[A-Z]/);
          expect((metadata as Json).name).toMatch(/^[a-z0-9-]+$/);
        }
        const of = (kind: string) => objects.find((one) => one.kind === kind)?.spec as Json | undefined;
        const startsNodes = spec.cluster.enabled && spec.cluster.spotNodesMax > 0;
        expect(stepsOf(spec).some(({ key }) => key === "karpenter")).toBe(startsNodes);
        const pool = of("NodePool");
        expect(pool === undefined).toBe(!spec.cluster.enabled || spec.cluster.spotNodesMax === 0);
        if (pool) {
          expect(pool.limits).toMatchObject({ cpu: String(spec.cluster.spotNodesMax * 2) });
          expect(of("EC2NodeClass")).toMatchObject({
            instanceProfile: OUTPUTS["karpenter.KarpenterProfileName"],
            subnetSelectorTerms: [{ tags: { "karpenter.sh/discovery": CONTEXT.environmentName } }],
            securityGroupSelectorTerms: [{ id: OUTPUTS["cluster.ClusterSecurityGroupId"] }],
          });
        }
        const binding = of("TargetGroupBinding");
        expect(binding !== undefined).toBe(spec.cluster.enabled && spec.edge.enabled && spec.edge.alb);
        if (binding) {
          expect(binding).toMatchObject({ targetType: "ip", serviceRef: { port: TARGET_PORT } });
          expect(((of("Gateway")?.listeners ?? []) as Json[])[0]).toMatchObject({
            port: TARGET_PORT,
            protocol: "HTTPS",
          });
          expect(objects.find(({ kind }) => kind === "Gateway")?.metadata).toMatchObject({
            annotations: { "external-dns.alpha.kubernetes.io/target": OUTPUTS["edge.AlbDnsName"] },
          });
          const routes = objects.filter(({ kind }) => kind === "HTTPRoute").map(({ spec }) => spec as Json);
          // What CloudFront passes on, and the load balancer's checks, which name an address.
          expect(routes.map(({ hostnames }) => hostnames)).toEqual([siteNames(spec.edge), undefined]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("are values that charts and add-ons read, with nothing left open", () => {
    const { spec } = getBlueprint("ticketing").presets.find(({ key }) => key === "prod") ?? {};
    const values = manifestFiles(stepsOf(spec)).filter(({ name }) => name.endsWith("-values.yaml"));
    expect(values.map(({ name }) => name)).toEqual([
      "karpenter-values.yaml",
      "load-balancer-controller-values.yaml",
      "external-dns-values.yaml",
      "collector-values.yaml",
    ]);
    for (const { content } of values) expect(content).not.toMatch(/undefined|<\w+\.|\[object/);
    const read = (name: string) => parse(values.find((file) => file.name === name)?.content ?? "") as Json;
    expect(read("karpenter-values.yaml")).toMatchObject({
      settings: { clusterName: "spring-sale", interruptionQueue: "spring-sale-karpenter" },
      serviceAccount: { name: "karpenter" },
    });
    expect(read("collector-values.yaml")).toMatchObject({
      collector: {
        prometheusMetrics: {
          exporters: {
            prometheusremotewrite: {
              endpoint: `${OUTPUTS["observability.PrometheusEndpoint"]}api/v1/remote_write`,
            },
          },
        },
      },
    });
  });

  it("name every file that a command reads, and no file that nobody reads", () => {
    fc.assert(
      fc.property(anyTicketing, (spec) => {
        for (const { commands, files } of stepsOf(spec)) {
          const named = commands.flatMap((command) => command.match(/[a-z0-9-]+\.yaml/g) ?? []);
          expect(named.sort()).toEqual(files.map(({ name }) => name).sort());
        }
      }),
      { numRuns: 50 },
    );
  });

  it("are what the steps and the form speak of, and no more", () => {
    const kinds = /\b(Karpenter|EC2NodeClass|NodePool|Gateway|collector)\b/g;
    const check = (spec: unknown) => {
      const steps = stepsOf(spec);
      const given = manifestFiles(steps)
        .map(({ name, content }) => name + content)
        .join();
      for (const { title, why, commands } of steps) {
        const text = [title.en, title.ko, why.en, why.ko, ...commands].join(" ");
        for (const [word] of text.matchAll(kinds)) expect(given).toContain(word);
        for (const [file] of text.matchAll(/[a-z0-9-]+\.yaml/g)) expect(given).toContain(file);
      }
    };
    for (const model of BLUEPRINTS) for (const { spec } of model.presets) check(spec);
    fc.assert(fc.property(anyTicketing, check), { numRuns: 50 });
    expect(clusterSection.help?.en).toMatch(/NodePool.* if spot nodes are allowed.*Gateway, if there is/);
    const dev = getBlueprint("ticketing").presets.find(({ key }) => key === "dev")?.spec;
    expect(manifestFiles(stepsOf(dev))).toEqual([]);
  });

  it("are the same when what stands for an output is replaced by its value", () => {
    fc.assert(
      fc.property(anyTicketing, (spec) => {
        const open = remainingSteps(spec as ManifestSpec, CONTEXT, (stack, name) => `<${stack}.${name}>`);
        const filled = manifestFiles(open).map(({ name, content }) => ({
          name,
          content: content.replace(/<(\w+\.\w+)>/g, (_, output: string) => OUTPUTS[output] ?? "?"),
        }));
        const read = (files: typeof filled) =>
          files.map(({ content }) => parseAllDocuments(content).map((document) => document.toJSON()));
        expect(read(filled)).toEqual(read(manifestFiles(stepsOf(spec))));
      }),
      { numRuns: 30 },
    );
  });

  it("say how to reach an API without a public address, with one's own rights", () => {
    fc.assert(
      fc.property(anyTicketing, (spec) => {
        if (!spec.cluster.enabled) return;
        const [access] = stepsOf(spec);
        const isForwarded = spec.bastion.enabled && spec.cluster.publicCidrs.length === 0;
        const commands = access?.commands.join("\n") ?? "";
        expect(commands.includes(`--target ${OUTPUTS["bastion.InstanceId"]}`)).toBe(isForwarded);
        expect(commands.includes("--tls-server-name 0123456789.gr7.ap-northeast-2.eks.")).toBe(isForwarded);
        expect(access?.why.en.includes("bastion's role only views")).toBe(isForwarded);
        for (const text of Object.values(access?.why ?? {})) expect(text).toMatch(/kubectl.*helm/);
      }),
      { numRuns: 50 },
    );
  });

  it("say how to get in where nobody was named, and are none without a cluster", () => {
    const { spec } = getBlueprint("ticketing").presets[0] ?? {};
    const [access] = stepsOf(spec);
    expect(access?.commands.join()).toContain("create-access-entry");
    const named = structuredClone(spec) as { cluster: { adminArns: string[] } };
    named.cluster.adminArns = ["arn:aws:iam::111122223333:role/platform"];
    expect(stepsOf(named)[0]?.commands.join()).not.toContain("create-access-entry");
    for (const model of BLUEPRINTS.filter(({ everyStack }) =>
      everyStack.every(({ key }) => key !== "cluster"),
    )) {
      for (const preset of model.presets) expect(stepsOf(preset.spec)).toEqual([]);
    }
  });
});
