import { readFileSync } from "node:fs";
import { type DriftCase, driftCaseSchema } from "@greenroom/drift/compare";

/** @throws Error that names the file, the case and what is wrong with it */
export function readCases(file: string): DriftCase[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
  const read = driftCaseSchema.array().safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = issue?.path.length ? ` at ${issue.path.join(".")}` : "";
  throw new Error(`${file} is no list of cases${at}: ${issue?.message}`);
}
