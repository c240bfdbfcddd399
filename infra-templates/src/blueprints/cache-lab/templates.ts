import { buildCache } from "../../stacks/cache/stack";
import { buildNetwork } from "../../stacks/network/stack";
import { templatesOf } from "../../synthesis/build-stacks";
import { buildLoadGenerator } from "./load-generator/stack";
import { cacheLabStacks } from "./stacks";

/** The templates of the cache lab. */
export const cacheLabTemplates = templatesOf(cacheLabStacks, {
  cache: buildCache,
  "load-generator": buildLoadGenerator,
  network: buildNetwork,
});
