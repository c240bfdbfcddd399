import {
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
} from "@aws-sdk/client-cloudformation";
import type { StackTarget } from "../contract";
import type { DriftDetection, DriftDetector, PropertyDifference, ResourceDrift } from "../drift-contract";
import type { Connection } from "./connection";
import { mapError } from "./map-error";
import { assertOwnStack } from "./own-stack";
import { detectionReply, readReply, resourceDriftReply } from "./replies";

const STATES: Record<string, DriftDetection["state"]> = {
  DETECTION_IN_PROGRESS: "RUNNING",
  DETECTION_COMPLETE: "DONE",
  DETECTION_FAILED: "FAILED",
};

/** @param nameOf what names a stack to CloudFormation */
export function createDriftDetector(
  connection: Connection,
  nameOf: (target: StackTarget) => string,
): DriftDetector {
  return {
    async startDriftDetection(target) {
      try {
        const command = new DetectStackDriftCommand({ StackName: nameOf(target) });
        const { StackDriftDetectionId } = await (await connection.describer(target)).send(command);
        return StackDriftDetectionId ?? null;
      } catch (error) {
        if (isUnderWay(error)) return null;
        throw mapError(error, "DetectStackDrift");
      }
    },
    async findDriftDetection(target, StackDriftDetectionId) {
      try {
        const command = new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId });
        const reply = await (await connection.describer(target)).send(command);
        const read = readReply(detectionReply, reply, "DescribeStackDriftDetectionStatus");
        assertOwnStack(target, read.StackId);
        return {
          state: STATES[read.DetectionStatus] ?? "RUNNING",
          reason: read.DetectionStatusReason ?? null,
        };
      } catch (error) {
        throw mapError(error, "DescribeStackDriftDetectionStatus");
      }
    },
    async listResourceDrifts(target) {
      const drifts: ResourceDrift[] = [];
      let NextToken: string | undefined;
      try {
        do {
          const command = new DescribeStackResourceDriftsCommand({ StackName: nameOf(target), NextToken });
          const page = await (await connection.describer(target)).send(command);
          for (const drift of page.StackResourceDrifts ?? []) drifts.push(readDrift(target, drift));
          NextToken = page.NextToken;
        } while (NextToken);
        return drifts;
      } catch (error) {
        throw mapError(error, "DescribeStackResourceDrifts");
      }
    },
  };
}

/**
 * One detection at a time for a stack:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/detect-drift-stack.html
 */
function isUnderWay(error: unknown): boolean {
  const { name, message } = error as { name?: string; message?: string };
  return name === "OperationInProgressException" || /drift detection.*in progress/i.test(message ?? "");
}

function readDrift(target: StackTarget, reply: unknown): ResourceDrift {
  const drift = readReply(resourceDriftReply, reply, "DescribeStackResourceDrifts");
  assertOwnStack(target, drift.StackId);
  return {
    logicalId: drift.LogicalResourceId,
    resourceType: drift.ResourceType,
    physicalId: drift.PhysicalResourceId ?? null,
    state: drift.StackResourceDriftStatus,
    differences: drift.PropertyDifferences.map(readDifference),
    checkedAt: drift.Timestamp,
  };
}

/** AWS writes "null" for what is not there, and structures as JSON. */
function readDifference({
  PropertyPath,
  ExpectedValue,
  ActualValue,
  DifferenceType,
}: {
  PropertyPath: string;
  ExpectedValue: string;
  ActualValue: string;
  DifferenceType: string;
}): PropertyDifference {
  return {
    path: PropertyPath.split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
      .join("."),
    ...(DifferenceType !== "ADD" && { expected: readValue(ExpectedValue) }),
    ...(DifferenceType !== "REMOVE" && { actual: readValue(ActualValue) }),
  };
}

function readValue(text: string): unknown {
  if (!/^[{[]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
