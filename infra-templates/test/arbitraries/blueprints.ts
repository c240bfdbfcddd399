import type fc from "fast-check";
import type { BrokenField } from "./broken-field";
import { anyStaticSite, brokenStaticSite } from "./static-site";
import { anyTicketing, brokenTicketing } from "./ticketing";

/** For each blueprint: any spec it takes, and one wrong field for it. */
export const BLUEPRINT_ARBITRARIES: Record<
  string,
  { valid: fc.Arbitrary<object>; broken: fc.Arbitrary<BrokenField> }
> = {
  ticketing: { valid: anyTicketing, broken: brokenTicketing },
  "static-site": { valid: anyStaticSite, broken: brokenStaticSite },
};
