import type { Flow } from "../../flows/flow";
import { visitorFlows } from "../../flows/visits";
import type { StaticSiteSpec } from "./stacks";

/**
 * Everything that moves in a month of the site: there is no network, so only visitors, CloudFront and the
 * bucket take part.
 */
export function staticSiteFlows(spec: StaticSiteSpec): Flow[] {
  return visitorFlows(spec);
}
