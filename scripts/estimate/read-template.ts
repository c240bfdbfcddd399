import { readFileSync } from "node:fs";
import {
  checkShapes,
  createScope,
  expandLoops,
  expandServerless,
  isListType,
  parseTemplate,
  type Template,
  TemplateError,
} from "@greenroom/template";
import { UsageError } from "../command-line";
import { repeatedKeys } from "./repeated-keys";
import { stemOf } from "./template-name";

export interface ReadTemplate {
  file: string;
  /** What the stack is called: the file's name without its endings. */
  key: string;
  template: Template;
  /** Given values of the parameters that it has. */
  parameters: Record<string, string>;
  warnings: string[];
}

/**
 * The template of a file, its loops written out and AWS SAM's resources made what they become.
 * @throws UsageError naming the file and what is wrong with it
 */
export function readTemplate(
  file: string,
  { region, parameters: given }: { region: string; parameters: Record<string, string> },
): ReadTemplate {
  const key = stemOf(file);
  const refuse = (reason: string) =>
    new UsageError(`${file} cannot be read as a CloudFormation template: ${reason}`);
  const text = readText(file);
  try {
    const parsed = parseTemplate(text);
    const own = Object.entries(given).filter(([name]) => Object.hasOwn(parsed.Parameters, name));
    const parameters = Object.fromEntries(own);
    assertAllowed(parsed, parameters);
    const environment = { region, parameters, allowMissingParameters: true, allowUnexpanded: true };
    const template = expandServerless(expandLoops(parsed, environment), environment);
    if (Object.keys(template.Resources).length === 0) throw refuse("it has no Resources.");
    checkShapes(template);
    createScope(template, environment);
    const warnings = repeatedKeys(text).map((name) => `${file} has ${name} twice: the last one counts.`);
    return { file, key, template, parameters, warnings };
  } catch (error) {
    throw error instanceof TemplateError ? refuse(error.message) : error;
  }
}

/** Names the values that are allowed, which CloudFormation's own text does not. */
function assertAllowed({ Parameters }: Template, given: Record<string, string>): void {
  for (const [name, value] of Object.entries(given)) {
    const allowed = Parameters[name]?.AllowedValues?.map(String);
    const items = isListType(Parameters[name]?.Type ?? "") ? value.split(",") : [value];
    if (!allowed || items.every((item) => allowed.includes(item.trim()))) continue;
    throw new UsageError(`--parameter ${name}=${value} is not allowed: choose one of ${allowed.join(", ")}.`);
  }
}

/** @throws UsageError when there is no such file, or it cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new UsageError(`There is no file ${file}.`);
    if (code === "EISDIR") throw new UsageError(`${file} is a folder: name the files in it.`);
    throw new UsageError(`${file} cannot be read: ${message}`);
  }
}
