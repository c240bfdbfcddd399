import { message } from "@greenroom/messages";
import { perMonth, perUsage } from "../components";
import type { CostModel, ModelInput } from "../cost-model";

/**
 * Covers an app client that machines sign in with (`client_credentials`), by the month and by the token
 * (usage `monthly_token_requests`): https://aws.amazon.com/cognito/pricing/. Other clients are free; their
 * users are charged on the pool.
 */
export const cognitoUserPoolClient: CostModel = {
  type: "AWS::Cognito::UserPoolClient",
  service: "Cognito",
  reads: ["AllowedOAuthFlows[]"],
  withoutInfluence:
    "AnalyticsConfiguration GenerateSecret CallbackURLs EnablePropagateAdditionalUserContextData " +
    "IdTokenValidity AuthSessionValidity AllowedOAuthScopes TokenValidityUnits ReadAttributes " +
    "AllowedOAuthFlowsUserPoolClient DefaultRedirectURI SupportedIdentityProviders UserPoolId " +
    "ExplicitAuthFlows LogoutURLs AccessTokenValidity RefreshTokenValidity WriteAttributes " +
    "PreventUserExistenceErrors EnableTokenRevocation RefreshTokenRotation",
  usageKeys: ["monthly_token_requests"],
  freeBecause: (input) => (isForMachines(input) ? null : message("pricing.free.appClientOfPeople")),
  components: ({ usage }) => [
    perMonth({
      name: "Machine-to-machine app client",
      unit: "months",
      price: { service: "AmazonCognito", sku: "machine-to-machine app client", region: "all" },
    }),
    perUsage({
      name: "Machine-to-machine tokens",
      unit: "1k requests",
      unitSize: 1000,
      price: { service: "AmazonCognito", sku: "machine-to-machine token requests", region: "all" },
      usageKey: "monthly_token_requests",
      figure: usage.get("monthly_token_requests"),
    }),
  ],
};

/** A list that only deployment will tell may hold the flow. */
function isForMachines({ properties }: ModelInput): boolean {
  const flows = properties.list("AllowedOAuthFlows");
  return flows
    ? flows.some((flow) => typeof flow !== "string" || flow === "client_credentials")
    : properties.has("AllowedOAuthFlows");
}
