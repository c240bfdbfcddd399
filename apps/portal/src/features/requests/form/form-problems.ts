import { type BlueprintModel, describeSpecProblems } from "@greenroom/infra-templates/catalog";
import { excerpt, isInputKey } from "@greenroom/messages";
import type { FormProblem } from "@greenroom/requests/schema";
import type { z } from "zod";

/** Problems by the field they belong to ("name", "spec.network.cidr"). */
export type ProblemsByField = Record<string, FormProblem>;

/**
 * What the browser can tell of an input by itself, with the schemas that the server uses: the spec by the
 * blueprint's, the rest by the request's.
 */
export function findLocalProblems(
  model: BlueprintModel,
  schema: z.ZodType,
  input: { spec: Record<string, unknown>; [field: string]: unknown },
): ProblemsByField {
  const problems: ProblemsByField = {};
  const result = schema.safeParse(input);
  for (const issue of result.success ? [] : result.error.issues) {
    const field = String(issue.path[0] ?? "");
    if (field === "spec" || problems[field]) continue;
    const key = isInputKey(issue.message) ? issue.message : "fieldInvalid";
    problems[field] = { field, message: { key, values: { value: excerpt(input[field]) } } };
  }
  for (const { field, message } of describeSpecProblems(model, input.spec)) {
    problems[`spec.${field}`] = { field: `spec.${field}`, message };
  }
  return problems;
}

/** Both kinds together; where the browser found something already, that is what is shown. */
export function mergeProblems(local: ProblemsByField, remote: readonly FormProblem[]): ProblemsByField {
  return { ...Object.fromEntries(remote.map((problem) => [problem.field, problem])), ...local };
}
