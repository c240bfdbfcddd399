import { buildEdge } from "../../stacks/edge/stack";
import { buildEdgeGlobal } from "../../stacks/edge-global/stack";
import { templatesOf } from "../../synthesis/build-stacks";
import { staticSiteStacks } from "./stacks";

/** The templates of a static site. */
export const staticSiteTemplates = templatesOf(staticSiteStacks, {
  edge: buildEdge,
  "edge-global": buildEdgeGlobal,
});
