import type { BlueprintModel } from "@greenroom/infra-templates/catalog";
import { readPath } from "@greenroom/infra-templates/catalog";
import type { ParsedSpec } from "../parse-request";
import { type Problem, specProblem } from "../problems";
import type { Deployed } from "./deployed";

type Block = ReturnType<BlueprintModel["blocksDeletion"]>[number];

/** What of an environment AWS would refuse to delete with it, each with the setting to switch off first. */
export const findDestroyBlocks = (deployed: Deployed): Problem[] =>
  blocksOf(deployed).map(({ path, message }) => specProblem(path, message));

/**
 * What a change would take away although AWS refuses to delete it as it is deployed, each with the switch
 * that takes it away.
 */
export function findRemovalBlocks(deployed: Deployed, { spec: next }: Pick<ParsedSpec, "spec">): Problem[] {
  const { model } = deployed;
  return blocksOf(deployed).flatMap((block) => {
    if (isStillThere(model, block, next)) return [];
    const fields = model.sections.flatMap((section) => section.fields);
    const shownWhile = fields.find(({ path }) => path === block.path)?.visibleWhen ?? [];
    const switchedOff = shownWhile.find(({ path, equals }) => readPath(next, path) !== equals);
    return [specProblem(switchedOff?.path ?? block.path, block.message)];
  });
}

/** A stack that was never deployed protects nothing. */
const blocksOf = ({ model, spec, stacks }: Deployed): Block[] =>
  model.blocksDeletion(spec).filter(({ stack }) => stacks.has(stack));

/** Asked with its protection left on: what is there says so, what is gone cannot. */
function isStillThere(model: BlueprintModel, { path }: Block, next: ParsedSpec["spec"]): boolean {
  const [section = "", name = ""] = path.split(".");
  const left = { ...next, [section]: { ...(next[section] as object), [name]: true } };
  return model.blocksDeletion(left).some((block) => block.path === path);
}
