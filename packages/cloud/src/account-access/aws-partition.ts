import { partitionOf } from "@greenroom/template";

/** The parts of an ARN that say where it belongs; null for what is none. */
export function readArn(
  arn: string,
): { partition: string; service: string; region: string; accountId: string; resource: string } | null {
  const [, partition, service, region, accountId, resource] =
    /^arn:([a-z0-9-]+):([a-z0-9-]+):([a-z0-9-]*):(\d{12}):(.+)$/.exec(arn) ?? [];
  if (!partition || !service || region === undefined || !accountId || !resource) return null;
  return { partition, service, region, accountId, resource };
}

/**
 * A setting that names something in whichever account and partition is meant:
 * `arn:{partition}:iam::{accountId}:role/x`.
 */
export function fillPlace(
  text: string,
  { accountId, region }: { accountId: string; region: string },
): string {
  return text.replaceAll("{accountId}", accountId).replaceAll("{partition}", partitionOf(region));
}
