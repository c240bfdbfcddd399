import type { BlueprintContext } from "../src/model/blueprint";

/** The environment that golden templates are made for. */
export const contextOf = (stage: string): BlueprintContext => ({
  environmentName: "spring-sale",
  teamSlug: "box-office",
  ownerEmail: "rina@demo.greenroom",
  costCentre: "CC-100",
  requestNumber: 7,
  stage,
  region: "ap-northeast-2",
  accountId: "111122223333",
  expiresOn: stage === "prod" ? null : "2027-01-31",
});

export interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
  DeletionPolicy?: string;
  Condition?: string;
}

export function resourcesOf(stack: { template: Record<string, unknown> }): Record<string, TemplateResource> {
  return stack.template.Resources as Record<string, TemplateResource>;
}
