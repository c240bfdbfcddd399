import type { ParsedSpec } from "../parse-request";
import { type Problem, specProblem } from "../problems";
import type { Deployed } from "./deployed";

/**
 * What a change asks for in one step although AWS takes it in several, each with the step to ask for first.
 */
export const findStepProblems = (
  { model, spec, stacks }: Deployed,
  next: Pick<ParsedSpec, "spec">,
): Problem[] =>
  model
    .changeIssues(spec, next.spec)
    .filter(({ stack }) => stacks.has(stack))
    .filter(({ path }, index, all) => all.findIndex((other) => other.path === path) === index)
    .map(({ path, message }) => specProblem(path, message));
