import fc from "fast-check";
import { SUPPORTED_REGIONS } from "../../src/availability-zones";
import type { BlueprintContext } from "../../src/blueprint";

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
