import { isUnknown, notGiven, type Value } from "@greenroom/template";

/** Public parameters whose name tells what the image is: the reference itself stays for models to read. */
const PUBLIC_IMAGE = /^\/aws\/service\//;

/** Values of the parameter store by name. */
export type DynamicValues = Readonly<Record<string, string>>;

const REFERENCE = /\{\{resolve:(ssm|ssm-secure|secretsmanager):([^{}]+?)\}\}/g;

/**
 * Puts the given values in the place of dynamic references ("{{resolve:ssm:/app/size}}"); a text with one
 * that is not given is unknown.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function resolveDynamic(value: Value, stored: DynamicValues): Value {
  if (typeof value === "string") return value.includes("{{resolve:") ? resolveText(value, stored) : value;
  if (typeof value !== "object" || value === null || isUnknown(value)) return value;
  if (Array.isArray(value)) return value.map((item) => resolveDynamic(item, stored));
  const entries = Object.entries(value).map(([key, inner]) => [key, resolveDynamic(inner, stored)]);
  return Object.fromEntries(entries) as Record<string, Value>;
}

function resolveText(text: string, stored: DynamicValues): Value {
  const open = new Set<string>();
  const written = text.replace(REFERENCE, (reference: string, store: string, name: string) => {
    if (store === "ssm" && PUBLIC_IMAGE.test(name)) return reference;
    // A version may follow the name: "/app/size:3".
    const known = store === "ssm" ? (stored[name] ?? stored[name.replace(/:\d+$/, "")]) : undefined;
    if (known === undefined) open.add(reference);
    return known ?? "";
  });
  if (open.size > 0) return notGiven(...open);
  return written;
}
