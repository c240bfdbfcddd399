import { isEntry } from "./list-identity";

/**
 * What CloudFormation writes where a value could not be known from the template, and what a function leaves
 * unresolved.
 */
const FUNCTION = /^(Ref|Condition|Fn::[A-Za-z:]+)$/;

/** Whether a declared value is not known: it is a function, or a text that only AWS can fill in. */
export function isUnresolved(value: unknown): boolean {
  if (typeof value === "string") return /\{\{resolve:|unresolved__$/.test(value);
  if (!isEntry(value)) return false;
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && FUNCTION.test(name);
}

/** Whether a value says as little as none: AWS often leaves out what is empty or off. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === "" || value === "false")
    return true;
  if (Array.isArray(value)) return value.length === 0;
  // An empty object inside of one is a choice that was made: {"DefaultAction": {"Allow": {}}}.
  return isEntry(value) && Object.values(value).every((part) => !isEntry(part) && isEmpty(part));
}

/**
 * A text that holds JSON comes out as what it holds: templates and AWS write policies and event patterns in
 * either form.
 */
export function parseEmbedded(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Properties that hold domain names, which have no case and may end in a dot (RFC 1034, 3.1). */
const DOMAIN_NAME = /(^|\.)(DNSName|HostedZoneName|DomainName)$/;

/** Properties that hold names of HTTP headers, which have no case (RFC 9110, 5.1). */
const HEADER_NAME = /(^|\.)SingleHeader\.Name$/;

/** Whether two plain values mean the same. CloudFormation takes a number or a switch as text, too. */
export function isSameScalar(declared: unknown, live: unknown, path: string): boolean {
  if (String(declared) === String(live)) return true;
  if (typeof declared === "number" || typeof live === "number") return Number(declared) === Number(live);
  if (HEADER_NAME.test(path)) return String(declared).toLowerCase() === String(live).toLowerCase();
  return DOMAIN_NAME.test(path) && asDomain(declared) === asDomain(live);
}

const asDomain = (value: unknown): string => String(value).toLowerCase().replace(/\.$/, "");
