import type { Stack } from "aws-cdk-lib";
import * as ecr from "aws-cdk-lib/aws-ecr";
import { keepData } from "../../constructs/keep-data";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import type { RegistrySpec } from "./model";
import { REPOSITORIES, repositoryId } from "./repositories";

/** An image without a tag is what a newer push left behind. */
const UNTAGGED_DAYS = 7;

/** One repository for each service. Production keeps its images when the environment goes. */
export function buildRegistry(
  stack: Stack,
  { registry }: RegistrySpec,
  { environmentName, stage }: BlueprintContext,
): void {
  for (const service of REPOSITORIES) {
    const repository = new ecr.CfnRepository(stack, repositoryId(service), {
      repositoryName: `${environmentName}/${service.name}`,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      // The account's own key for ECR: encrypted, and without a key to pay for.
      encryptionConfiguration: { encryptionType: "KMS" },
      lifecyclePolicy: { lifecyclePolicyText: lifecyclePolicy(registry.keepImages) },
      emptyOnDelete: stage !== "prod",
    });
    keepData(repository, stage === "prod");
    const uri = repository.attrRepositoryUri;
    addOutput(stack, `${repositoryId(service)}Uri`, uri, `Where images of ${service.name} are pushed to`);
  }
}

function lifecyclePolicy(keepImages: number): string {
  const rule = (rulePriority: number, description: string, selection: object) => ({
    rulePriority,
    description,
    selection,
    action: { type: "expire" },
  });
  return JSON.stringify({
    rules: [
      rule(1, "Remove what a newer push left without a tag", {
        tagStatus: "untagged",
        countType: "sinceImagePushed",
        countUnit: "days",
        countNumber: UNTAGGED_DAYS,
      }),
      rule(2, `Keep the newest ${keepImages} images`, {
        tagStatus: "any",
        countType: "imageCountMoreThan",
        countNumber: keepImages,
      }),
    ],
  });
}
