import fc from "fast-check";
import type { BlueprintContext, BlueprintModel } from "../../src/model/blueprint";
import { SUPPORTED_REGIONS } from "../../src/stacks/network/availability-zones";

const name = fc.stringMatching(/^[a-z][a-z0-9]{1,10}(-[a-z0-9]{1,11})?$/);

export const anyContext: fc.Arbitrary<BlueprintContext> = fc.record({
  environmentName: name,
  teamSlug: name,
  ownerEmail: fc.constant("rina@demo.greenroom"),
  costCentre: name,
  requestNumber: fc.integer({ min: 1, max: 99_999 }),
  stage: fc.constantFrom("dev", "staging", "prod"),
  region: fc.constantFrom(...SUPPORTED_REGIONS),
  accountId: fc.constant("111122223333"),
  expiresOn: fc.constantFrom(null, "2027-01-31"),
});

/**
 * The context, in its region or the first that the spec can be built in: a copy cannot be where the
 * environment is.
 */
export function suited(model: BlueprintModel, spec: unknown, context: BlueprintContext): BlueprintContext {
  const fits = (region: string) =>
    model.issues(spec, { region, stage: context.stage, today: null }).length === 0;
  const region = [context.region, ...SUPPORTED_REGIONS].find(fits);
  return { ...context, region: region ?? context.region };
}
