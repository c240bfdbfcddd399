import { isAlias, isMap, isScalar, isSeq, LineCounter, type Scalar, visit } from "yaml";
import { readYaml } from "./read-yaml";
import type { Json, JsonObject, Template } from "./template";
import { asTemplate, isObject } from "./template";
import { TemplateError } from "./template-error";

/** Far deeper than any real template, and shallow enough to walk recursively. */
const MAX_DEPTH = 100;
const SECTIONS = ["Parameters", "Mappings", "Conditions", "Resources", "Outputs"] as const;

/**
 * Reads a CloudFormation template, JSON or YAML with short forms (`!Ref`, `!Sub`, ...), into data. Only the
 * syntax is checked here; `validateTemplate` checks the contents.
 * @throws TemplateError with CloudFormation's text when the body is not well-formed or not an object.
 */
export function parseTemplate(body: string): Template {
  const text = body.replace(/^\uFEFF/, "");
  const data = /^\s*\{/.test(text) ? parseJson(text) : parseYaml(text);
  if (!isObject(data)) throw new TemplateError("Template format error: unsupported structure.");
  assertWalkable(data as JsonObject);
  const template: JsonObject = { ...(data as JsonObject) };
  for (const section of SECTIONS) {
    const value = template[section] ?? {};
    if (!isObject(value)) {
      throw new TemplateError(`Template format error: [/${section}] Expected an object.`);
    }
    template[section] = value as JsonObject;
  }
  return asTemplate(template);
}

function parseJson(body: string): Json {
  try {
    return JSON.parse(keepNumberTexts(body)) as Json;
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? body.length);
    const lines = body.slice(0, offset).split("\n");
    throw new TemplateError(
      `Template format error: JSON not well-formed. (line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1})`,
    );
  }
}

/** A number outside of texts that JavaScript would write in another way. */
const ODD_NUMBER = /\d\.\d*0(?!\d)|\d[eE]|\d{16}/;

/**
 * CloudFormation takes scalars as the texts they are, and 7.0 is another version than 7: such numbers become
 * texts.
 */
function keepNumberTexts(json: string): string {
  if (!ODD_NUMBER.test(json)) return json;
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
  );
}

function parseYaml(body: string): Json {
  const lineCounter = new LineCounter();
  const document = readYaml(body, lineCounter);
  const problem = document.errors[0];
  if (problem) {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw new TemplateError(`Template format error: YAML not well-formed. (line ${line}, column ${col})`);
  }
  visit(document, {
    Alias() {
      throw new TemplateError("Template error: YAML aliases are not allowed in CloudFormation templates");
    },
  });
  return fromNode(document.contents, 0);
}

/** Turns a YAML node into JSON; done by hand because short forms apply to scalars, lists and maps alike. */
function fromNode(node: unknown, depth: number): Json {
  if (depth > MAX_DEPTH) throw tooDeep();
  if (node === null || node === undefined || isAlias(node)) return null;
  if (isScalar(node)) {
    return applyTag(node.tag, toJsonScalar(node));
  }
  if (isSeq(node)) {
    return applyTag(
      node.tag,
      node.items.map((item) => fromNode(item, depth + 1)),
    );
  }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      const name = isScalar(key) ? (key.source ?? String(key.value)) : String(key);
      return [name, fromNode(value, depth + 1)] as const;
    });
    return applyTag(node.tag, Object.fromEntries(entries));
  }
  throw new TemplateError("Template format error: unsupported structure.");
}

/**
 * Numbers that JavaScript would write in another way (7.0, 0x1f, 012345678901) stay the texts they are.
 * Unquoted words are booleans as in YAML 1.1, which CloudFormation reads:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
function toJsonScalar({ value, source, type, tag }: Scalar): Json {
  const word = type === "PLAIN" && !tag ? /^(?:(yes|on)|no|off)$/i.exec(source ?? "") : null;
  if (word) return word[1] !== undefined;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && (source === undefined || String(value) === source)) return value;
  return source ?? String(value);
}

function applyTag(tag: string | undefined, value: Json): Json {
  if (!tag?.startsWith("!")) return value;
  const name = tag.slice(1);
  if (name === "Ref" || name === "Condition") return { [name]: value };
  if (name === "GetAtt" && typeof value === "string") {
    const dot = value.indexOf(".");
    return { "Fn::GetAtt": dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
  }
  return { [`Fn::${name}`]: value };
}

/** Refuses what a recursive walk could not survive: extreme depth, and keys that would touch prototypes. */
function assertWalkable(root: Json): void {
  let level: Json[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw tooDeep();
    const next: Json[] = [];
    for (const node of level) {
      if (typeof node !== "object" || node === null) continue;
      if (Object.hasOwn(node, "__proto__")) {
        throw new TemplateError("Template format error: Invalid key name [__proto__].");
      }
      for (const child of Object.values(node)) next.push(child);
    }
    level = next;
  }
}

function tooDeep(): TemplateError {
  return new TemplateError(`Template format error: nesting exceeds ${MAX_DEPTH} levels.`);
}
