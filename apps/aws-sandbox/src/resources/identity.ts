import { randomUUID } from "node:crypto";
import { partitionOf } from "@greenroom/template";
import { FOREIGN_ID_PREFIXES, ID_PREFIXES, NAME_RULES, TYPE_OVERRIDES } from "./known-types";
import { randomHex, randomMixed, randomUpper } from "./random-id";
import type { Named, NewResource } from "./type-override";

/** The names and ids of one physical resource, made up once and then the same for every question. */
export class Identity implements Named {
  private readonly made = new Map<string, string>();

  constructor(readonly resource: NewResource) {}

  /** The physical id CloudFormation shows: the parts of the primary identifier, joined by "|". */
  get physicalId(): string {
    const { resource } = this;
    const override = TYPE_OVERRIDES[resource.type]?.physicalId;
    if (override) return override(this);
    const parts = resource.spec?.cfnRefIdentifier ?? resource.spec?.primaryIdentifier;
    if (!parts || parts.length === 0) return this.valueOf("Id");
    const values = parts
      .filter((part) => parts.length === 1 || this.has(part))
      .map((part) => this.valueOf(part));
    return values.join("|") || this.valueOf("Id");
  }

  private has(name: string): boolean {
    const { properties, spec } = this.resource;
    return (
      properties[name] !== undefined ||
      spec?.attributes[name] !== undefined ||
      isNameProperty(this.resource, name)
    );
  }

  /** The value of a property or identifier; what was not declared is made up in the shape AWS uses. */
  valueOf(name: string): string {
    const declared = this.resource.properties[name];
    if (typeof declared === "string" && declared !== "") return declared;
    if (typeof declared === "number" || typeof declared === "boolean") return String(declared);
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const value = this.invent(name);
    this.made.set(name, value);
    return value;
  }

  /** The ARN from the specification's template, or one of the usual shape. */
  get arn(): string {
    const { type, spec, region, accountId } = this.resource;
    const partition = partitionOf(region);
    const template = TYPE_OVERRIDES[type]?.arnTemplate ?? spec?.arnTemplate;
    if (!template) {
      const [, service = "custom", kind = "resource"] = type.split("::");
      return `arn:${partition}:${service.toLowerCase()}:${region}:${accountId}:${kind.toLowerCase()}/${this.mainName}`;
    }
    const fixed: Record<string, string> = { Partition: partition, Region: region, Account: accountId };
    return template.replace(/\$\{(\w+)\}/g, (_, key: string) => fixed[key] ?? this.placeholder(key));
  }

  /** A name or id fit for a path: the first identifier that is not itself an ARN. */
  get mainName(): string {
    const { spec, properties } = this.resource;
    const parts = [...(spec?.primaryIdentifier ?? []), ...(spec?.cfnRefIdentifier ?? [])];
    const plain = parts.find((part) => !/(Arn|ARN|Url)$/.test(part));
    if (plain) return this.valueOf(plain);
    const named = Object.keys(spec?.properties ?? {}).find((name) => isNameProperty(this.resource, name));
    if (named) return this.valueOf(named);
    return typeof properties.Name === "string" ? properties.Name : this.valueOf("Id");
  }

  private placeholder(key: string): string {
    const { spec, properties } = this.resource;
    const plain = key.replace(/(WithPath|WithoutLeadingSlash)$/, "").replace(/^Parameter(?=Name$)/, "");
    const path = typeof properties.Path === "string" ? properties.Path.replace(/^\//, "") : "";
    if (key.endsWith("WithPath")) return `${path}${this.mainName}`;
    if (key.endsWith("WithoutLeadingSlash")) return this.mainName.replace(/^\//, "");
    if (spec?.properties[plain] || spec?.attributes[plain]) return this.valueOf(plain);
    return this.mainName;
  }

  private invent(name: string): string {
    const { resource } = this;
    if (/A(rn|RN)$/.test(name)) return this.arn;
    const isOwn = name === "Id" || resource.spec?.primaryIdentifier?.includes(name) === true;
    const prefix = isOwn ? ID_PREFIXES[resource.type] : FOREIGN_ID_PREFIXES[name];
    if (prefix) return `${prefix}-0${randomHex(16)}`;
    if (/Ip$/.test(name)) return "10.0.0.10";
    if (isNameProperty(resource, name) || name.endsWith("Name")) return this.inventName();
    if (/(Url|Uri|Endpoint|DomainName|DNSName)$/.test(name)) return this.inventHost(name);
    if (name.endsWith("Id") && name !== "Id") return randomUUID();
    return this.inventName();
  }

  /** `stack-LogicalId-SUFFIX`, cut to what the service allows. */
  private inventName(): string {
    const { type, stackName, logicalId } = this.resource;
    const { maxLength = 128, isLowerCase = false, prefix } = NAME_RULES[type] ?? {};
    const suffix = isLowerCase ? randomUpper(12).toLowerCase() : randomMixed(12);
    const stem = [prefix ?? stackName, logicalId].filter((part) => part !== "").join("-");
    const name = `${stem.slice(0, maxLength - suffix.length - 1)}-${suffix}`;
    return isLowerCase ? name.toLowerCase() : name;
  }

  private inventHost(name: string): string {
    const { type, region } = this.resource;
    const service = (type.split("::")[1] ?? "custom").toLowerCase();
    const host = `${this.mainName
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 40)}.${service}.${region}.amazonaws.com`;
    return /(Url|Uri|Endpoint)$/.test(name) ? `https://${host}` : host;
  }
}

/** A property that names the resource: optional in the template, made up by CloudFormation when absent. */
function isNameProperty({ spec }: NewResource, name: string): boolean {
  return /Name$/.test(name) && spec?.properties[name]?.type.type === "string";
}
