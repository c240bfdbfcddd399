import { refusals } from "../errors";

/** The fields of a request: `Parameters.member.1.ParameterKey=Stage` becomes nested maps. */
export interface Query {
  [field: string]: string | Query;
}

/** Deeper names than any real request has. */
const MAX_DEPTH = 12;

/** Reads the form body of an AwsQuery request. */
export function parseQuery(body: string): Query {
  const query: Query = Object.create(null) as Query;
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.split(".").slice(0, MAX_DEPTH);
    const last = path.pop() as string;
    let holder = query;
    for (const key of path) {
      const known = holder[key];
      const next = typeof known === "object" ? known : (Object.create(null) as Query);
      holder[key] = next;
      holder = next;
    }
    // Control characters cannot be told in XML again, and no AWS name or template needs them.
    holder[last] = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");
  }
  return query;
}

/** A text field; an empty one counts as absent. */
export function text(query: Query, field: string): string | undefined {
  const value = query[field];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** @throws ValidationError when the field is absent. */
export function requiredText(query: Query, field: string): string {
  const value = text(query, field);
  if (value === undefined) throw refusals.missing(lowerFirst(field));
  return value;
}

/** False when it is absent. @throws ValidationError for anything but "true" and "false" */
export function flag(query: Query, field: string): boolean {
  const value = text(query, field)?.toLowerCase() ?? "false";
  if (value !== "true" && value !== "false")
    throw refusals.badChoice(lowerFirst(field), value, ["true", "false"]);
  return value === "true";
}

/** A whole number within bounds. @throws ValidationError for any other */
export function wholeNumber(query: Query, field: string, least: number): number | undefined {
  const value = text(query, field);
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least)) {
    throw refusals.badMember(lowerFirst(field), value, `have value greater than or equal to ${least}`);
  }
  return number;
}

/** A text of bounded length. @throws ValidationError for a longer one */
export function boundedText(query: Query, field: string, least: number, most: number): string | undefined {
  const value = text(query, field);
  if (value === undefined) return undefined;
  checkLength(lowerFirst(field), value, value.length, least, most);
  return value;
}

/** @throws ValidationError in AWS's words when there are too few or too many */
export function checkLength(field: string, value: string, length: number, least: number, most: number): void {
  if (length > most) throw refusals.badMember(field, value, `have length less than or equal to ${most}`);
  if (length < least) throw refusals.badMember(field, value, `have length greater than or equal to ${least}`);
}

const lowerFirst = (field: string): string => field.charAt(0).toLowerCase() + field.slice(1);

/** The members of a list in their order; undefined when the request does not mention the list. */
function list(query: Query, field: string): (string | Query)[] | undefined {
  const value = query[field];
  if (value === undefined) return undefined;
  if (typeof value === "string") return [];
  const members = typeof value.member === "object" ? value.member : value;
  return Object.keys(members)
    .sort((left, right) => Number(left) - Number(right))
    .map((key) => members[key] as string | Query);
}

export function textList(query: Query, field: string): string[] {
  return (list(query, field) ?? []).filter((item): item is string => typeof item === "string" && item !== "");
}

/** As `textList`, each one of those allowed. @throws ValidationError for any other */
export function choices(query: Query, field: string, allowed: readonly string[]): string[] {
  const values = textList(query, field);
  const stranger = values.find((value) => !allowed.includes(value));
  if (stranger === undefined) return values;
  const rule = `satisfy constraint: [Member must satisfy enum value set: [${allowed.join(", ")}]]`;
  throw refusals.badMember(lowerFirst(field), `[${values.join(", ")}]`, rule);
}

/** Does the request mention the list, be it an empty one? */
export function isGiven(query: Query, field: string): boolean {
  return query[field] !== undefined;
}

export function mapList(query: Query, field: string): Query[] | undefined {
  return list(query, field)?.filter((item): item is Query => typeof item === "object");
}

/** One of the allowed values, or the default. @throws ValidationError for any other. */
export function choice<T extends string>(query: Query, field: string, allowed: readonly T[], fallback: T): T {
  const value = text(query, field);
  if (value === undefined) return fallback;
  const found = allowed.find((item) => item === value);
  if (!found) throw refusals.badChoice(lowerFirst(field), value, allowed);
  return found;
}
