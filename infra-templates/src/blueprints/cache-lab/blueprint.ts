import { buildStacks } from "../../constructs/stack-builder";
import type { BlueprintStacks } from "../../model/blueprint";
import { cacheStack } from "../../stacks/cache/stack";
import { networkStack } from "../../stacks/network/stack";
import { loadGeneratorStack } from "./load-generator/stack";
import type { CacheLabSpec } from "./spec";

/** The cache lab's stacks. */
export const cacheLabStacks: BlueprintStacks<CacheLabSpec> = {
  id: "cache-lab",
  build: (app, spec, context) =>
    buildStacks<CacheLabSpec>(app, [networkStack, cacheStack, loadGeneratorStack], spec, context),
};
