import { buildStacks } from "../../constructs/stack-builder";
import type { BlueprintStacks } from "../../model/blueprint";
import { edgeStack } from "../../stacks/edge/stack";
import { edgeGlobalStack } from "../../stacks/edge-global/stack";
import type { StaticSiteSpec } from "./spec";

/** A static site's stacks. */
export const staticSiteStacks: BlueprintStacks<StaticSiteSpec> = {
  id: "static-site",
  build: (app, spec, context) =>
    buildStacks<StaticSiteSpec>(app, [edgeGlobalStack, edgeStack], spec, context),
};
