import { findBlueprint } from "@greenroom/infra-templates/catalog";
import type { Database, Transaction } from "@greenroom/prisma";
import { type Problem, specProblem } from "../problems";
import { findDeployedStacks } from "../queries/find-deployed-stacks";
import type { EnvironmentRecord } from "./change";

/** What a change asks for in one step although AWS takes it in several, each with the step to ask for first. */
export async function findStepProblems(
  db: Database | Transaction,
  environment: EnvironmentRecord,
  next: Record<string, unknown>,
): Promise<Problem[]> {
  const model = findBlueprint(environment.blueprint);
  const read = model?.specSchema.safeParse(environment.spec);
  const issues = model && read?.success ? model.changeIssues(read.data, next) : [];
  if (issues.length === 0) return [];
  const deployed = await findDeployedStacks(db, environment.id);
  return issues
    .filter(({ stack }) => deployed.has(stack))
    .filter(({ path }, index, all) => all.findIndex((other) => other.path === path) === index)
    .map(({ path, message }) => specProblem(path, message));
}
