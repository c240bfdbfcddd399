import type { SynthesizedTemplate } from "../../src/index";
import { resourcesOf } from "../contexts";

export type Json = Record<string, unknown>;
/**
 * A resource of one of the environment's templates, its values resolved: references are handles such as
 * "cache.ReplicationGroup".
 */
export interface Resource {
  handle: string;
  stack: string;
  region: string;
  type: string;
  properties: Json;
}

/**
 * All templates of an environment as one graph: what a stack reads of another is the other's own resource.
 */
export class Environment {
  readonly resources: Resource[];

  constructor(private readonly stacks: readonly SynthesizedTemplate[]) {
    this.resources = stacks.flatMap((stack) =>
      Object.entries(resourcesOf(stack)).map(([id, { Type, Properties }]) => ({
        handle: `${stack.key}.${id}`,
        stack: stack.key,
        region: stack.region,
        type: Type,
        properties: this.resolve(Properties ?? {}, stack.key) as Json,
      })),
    );
  }

  ofType(type: string): Resource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** The resource that a handle, an attribute of it ("x.Y#Arn") or an ARN made of it names. */
  find(value: unknown): Resource | undefined {
    const handle = String(value).split("#")[0];
    return this.resources.find((resource) => resource.handle === handle);
  }

  private resolve(value: unknown, stack: string): unknown {
    if (Array.isArray(value)) return value.map((each) => this.resolve(each, stack));
    if (typeof value !== "object" || value === null) return value;
    const [[key, inner] = ["", undefined], ...rest] = Object.entries(value);
    if (rest.length === 0) {
      if (key === "Ref")
        return String(inner).startsWith("AWS::") ? pseudo(String(inner)) : `${stack}.${inner}`;
      if (key === "Fn::GetAtt") return `${stack}.${(inner as string[])[0]}#${(inner as string[])[1]}`;
      if (key === "Fn::GetStackOutput") return this.output(inner as Json);
      if (key === "Fn::Base64") return this.resolve(inner, stack);
      if (key === "Fn::If") return this.resolve((inner as unknown[])[1], stack);
      if (key.startsWith("Fn::")) return this.join(key, this.resolve(inner, stack) as unknown[]);
    }
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.resolve(each, stack)]));
  }

  private output({ StackName, OutputName }: Json): unknown {
    const producer = this.stacks.find(
      ({ key }) => String(StackName).endsWith(`-${key}`) && isOf(StackName, key),
    );
    const outputs = producer?.template.Outputs as Record<string, { Value: unknown }> | undefined;
    const output = outputs?.[String(OutputName)];
    if (!producer || !output) throw new Error(`nobody tells ${StackName}'s ${OutputName}`);
    return this.resolve(output.Value, producer.key);
  }

  private join(name: string, parts: unknown[]): unknown {
    if (name === "Fn::Join") return (parts[1] as unknown[]).join(String(parts[0]));
    if (name === "Fn::Split") return String(parts[1]).split(String(parts[0]));
    if (name === "Fn::Select") return (parts[1] as unknown[])[Number(parts[0])];
    throw new Error(`${name} is not resolved here`);
  }
}

/** "greenroom-spring-sale-edge" is not the stack "sale-edge": keys hold no environment's name. */
const isOf = (stackName: unknown, key: string) =>
  !["edge-global", "load-generator", "cost-anomaly", "fault-injection"].some(
    (longer) => longer !== key && String(stackName).endsWith(`-${longer}`) && longer.endsWith(key),
  );

function pseudo(name: string): string {
  return { "AWS::Partition": "aws", "AWS::AccountId": "111122223333" }[name] ?? name;
}
