import { loadAwsServiceSpec } from "@aws-cdk/aws-service-spec";
import type { PropertyType, Resource, ResourceProperties, SpecDatabase } from "@aws-cdk/service-spec-types";
import { isObject } from "@greenroom/template";

export type RequiresRecreation = "Never" | "Conditionally" | "Always";

let loading: Promise<SpecDatabase> | undefined;

/**
 * AWS's resource specification: about 1,800 types. Loading takes about a second and is done once a process.
 */
export async function loadSpecification(): Promise<Specification> {
  loading ??= loadAwsServiceSpec();
  return new Specification(await loading);
}

/** Custom resources and CDK's metadata resource have no schema; they take any property and any attribute. */
export function isOpenType(type: string): boolean {
  return isCustom(type) || type === "AWS::CDK::Metadata";
}

/** Is it made by a function of the customer's, which the sandbox does not run? */
export function isCustom(type: string): boolean {
  return type.startsWith("Custom::") || type === "AWS::CloudFormation::CustomResource";
}

export class Specification {
  private readonly cache = new Map<string, Resource | undefined>();

  constructor(private readonly database: SpecDatabase) {}

  find(type: string): Resource | undefined {
    if (!this.cache.has(type)) {
      this.cache.set(type, this.database.lookup("resource", "cloudFormationType", "equals", type)[0]);
    }
    return this.cache.get(type);
  }

  types(): string[] {
    return [...this.database.all("resource")].map(({ cloudFormationType }) => cloudFormationType);
  }

  isKnown(type: string): boolean {
    return isOpenType(type) || this.find(type) !== undefined;
  }

  isTaggable(type: string): boolean {
    return this.find(type)?.tagInformation !== undefined;
  }

  /** Fn::GetAtt works for attributes and, since resource providers, for properties too. */
  hasAttribute(type: string, attribute: string): boolean {
    const resource = this.find(type);
    if (!resource) return true;
    const first = attribute.split(".")[0] as string;
    return (
      Object.hasOwn(resource.attributes, attribute) ||
      Object.hasOwn(resource.properties, first) ||
      type === "AWS::CloudFormation::Stack"
    );
  }

  /** Does changing this top-level property from `before` to `after` replace the resource? */
  recreation(type: string, property: string, before: unknown, after: unknown): RequiresRecreation {
    const resource = this.find(type);
    if (!resource) return "Never";
    const isExtra = resource.additionalReplacementProperties?.some(([first]) => first === property);
    return isExtra ? "Always" : this.ofProperty(resource.properties, property, before, after);
  }

  private ofProperty(
    properties: ResourceProperties,
    name: string,
    before: unknown,
    after: unknown,
  ): RequiresRecreation {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!property || JSON.stringify(before) === JSON.stringify(after)) return "Never";
    if (property.causesReplacement === "yes") return "Always";
    if (property.causesReplacement === "maybe") return "Conditionally";
    return this.ofType(property.type, before, after);
  }

  /** A nested property may be the one that replaces, e.g. a field of a structure. */
  private ofType(type: PropertyType, before: unknown, after: unknown): RequiresRecreation {
    if (type.type === "array" && Array.isArray(before) && Array.isArray(after)) {
      const count = Math.min(before.length, after.length);
      return worst(Array.from({ length: count }, (_, i) => this.ofType(type.element, before[i], after[i])));
    }
    if (!isObject(before) || !isObject(after) || type.type !== "ref") return "Never";
    const { properties } = this.database.get("typeDefinition", type.reference.$ref);
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return worst(names.map((name) => this.ofProperty(properties, name, before[name], after[name])));
  }
}

function worst(all: RequiresRecreation[]): RequiresRecreation {
  if (all.includes("Always")) return "Always";
  return all.includes("Conditionally") ? "Conditionally" : "Never";
}
