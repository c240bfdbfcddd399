import type { Stack } from "aws-cdk-lib";
import type { CfnRole } from "aws-cdk-lib/aws-iam";
import { acceptFinding } from "../policy/accept-finding";
import { arnOf } from "./arn";

/**
 * What Session Manager needs, written out: the managed policy also reads every parameter and document of the
 * account.
 */
export function sessionManagerPolicy(stack: Stack) {
  return {
    policyName: "session-manager",
    policyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "ssm:UpdateInstanceInformation",
          Resource: arnOf(stack, "ec2", "instance/*"),
        },
        {
          // These calls name no resource: AWS supports nothing narrower.
          Effect: "Allow",
          Action: [
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
          ],
          Resource: "*",
        },
      ],
    },
  };
}

/** For a role with `sessionManagerPolicy`. */
export function answerForSessionManager(role: CfnRole): void {
  acceptFinding(role, "AwsSolutions-IAM5", {
    en: "Session Manager's channels cannot be named in a policy, and the machine's own id is not known before it exists.",
    ko: "Session Manager의 채널은 정책에서 지정할 수 없고, 서버의 ID는 만들어지기 전에는 알 수 없습니다.",
  });
}
