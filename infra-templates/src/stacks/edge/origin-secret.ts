import type { Stack } from "aws-cdk-lib";
import * as secrets from "aws-cdk-lib/aws-secretsmanager";
import { addOutput } from "../../constructs/outputs";
import { secretValue } from "../../constructs/secret-value";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";

/** A password that only CloudFront and the accelerator's web ACL read. */
export function addOriginSecret(stack: Stack, { environmentName }: BlueprintContext): string {
  const secret = new secrets.CfnSecret(stack, "OriginSecret", {
    description: `What CloudFront of ${environmentName} proves itself with to its load balancer`,
    generateSecretString: { passwordLength: 64, excludePunctuation: true, includeSpace: false },
  });
  acceptFinding(secret, "AwsSolutions-SMG4", {
    en: "Whoever learns it only evades the rate for one address; rotating it takes a function that updates CloudFront and WAF together.",
    ko: "유출되어도 주소별 속도 제한만 피할 수 있으며, 교체하려면 CloudFront와 WAF를 함께 갱신하는 함수가 필요합니다.",
  });
  addOutput(stack, "OriginSecretArn", secret.ref, "Secret that CloudFront proves itself with");
  return secretValue(secret.ref);
}
