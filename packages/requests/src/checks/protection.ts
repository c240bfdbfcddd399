import { type BlueprintModel, findBlueprint } from "@greenroom/infra-templates/catalog";
import type { Database, Transaction } from "@greenroom/prisma";
import { valueAt } from "../parse-spec";
import { type Problem, specProblem } from "../problems";
import { findDeployedStacks } from "../queries/find-deployed-stacks";
import type { EnvironmentRecord } from "./change";

type Block = ReturnType<BlueprintModel["blocksDeletion"]>[number];

/** What of an environment AWS would refuse to delete with it, each with the setting to switch off first. */
export async function findDestroyBlocks(
  db: Database | Transaction,
  environment: EnvironmentRecord,
): Promise<Problem[]> {
  const { blocks } = await readBlocks(db, environment);
  return blocks.map((block) => blockProblem(block, block.path));
}

/** What a change would take away although AWS refuses to delete it as it is deployed, each with the switch that takes it away. */
export async function findRemovalBlocks(
  db: Database | Transaction,
  environment: EnvironmentRecord,
  next: Record<string, unknown>,
): Promise<Problem[]> {
  const { model, blocks } = await readBlocks(db, environment);
  return blocks.flatMap((block) => {
    if (!model || isStillThere(model, block, next)) return [];
    const fields = model.sections.flatMap((section) => section.fields);
    const shownWhile = fields.find(({ path }) => path === block.path)?.visibleWhen ?? [];
    const switchedOff = shownWhile.find(({ path, equals }) => valueAt(next, path) !== equals);
    return [blockProblem(block, switchedOff?.path ?? block.path)];
  });
}

/** A stack that was never deployed protects nothing. */
async function readBlocks(db: Database | Transaction, environment: EnvironmentRecord) {
  const model = findBlueprint(environment.blueprint);
  const read = model?.specSchema.safeParse(environment.spec);
  const blocks = model && read?.success ? model.blocksDeletion(read.data) : [];
  if (blocks.length === 0) return { model, blocks };
  const deployed = await findDeployedStacks(db, environment.id);
  return { model, blocks: blocks.filter(({ stack }) => deployed.has(stack)) };
}

/** Asked with its protection left on: what is there says so, what is gone cannot. */
function isStillThere(model: BlueprintModel, { path }: Block, next: Record<string, unknown>): boolean {
  const [section = "", name = ""] = path.split(".");
  const left = { ...next, [section]: { ...(next[section] as object), [name]: true } };
  return model.blocksDeletion(left).some((block) => block.path === path);
}

const blockProblem = ({ message }: Block, path: string): Problem => specProblem(path, message);
