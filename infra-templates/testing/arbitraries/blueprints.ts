import type fc from "fast-check";
import type { BlueprintId } from "../../src/catalog";
import type { BrokenField } from "./broken-field";
import { anyCacheLab, brokenCacheLab } from "./cache-lab";
import { anyStaticSite, brokenStaticSite } from "./static-site";
import { anyTicketing, brokenTicketing } from "./ticketing";

/** For each blueprint: any spec it takes, and one wrong field for it. */
export const BLUEPRINT_ARBITRARIES: Record<
  BlueprintId,
  { valid: fc.Arbitrary<object>; broken: fc.Arbitrary<BrokenField> }
> = {
  ticketing: { valid: anyTicketing, broken: brokenTicketing },
  "cache-lab": { valid: anyCacheLab, broken: brokenCacheLab },
  "static-site": { valid: anyStaticSite, broken: brokenStaticSite },
};
