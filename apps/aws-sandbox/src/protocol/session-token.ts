import { partitionOf } from "@greenroom/template";

/** Who holds temporary credentials, and until when (milliseconds since 1970). */
export interface RoleSession {
  roleArn: string;
  sessionName: string;
  until: number;
}

/**
 * The session itself, in readable form: so a sandbox that was restarted still knows whose credentials it gave
 * out.
 */
export function writeSessionToken(session: RoleSession): string {
  return Buffer.from(JSON.stringify(session)).toString("base64url");
}

/** Null for a token that no AssumeRole of the sandbox gave. */
export function readSessionToken(token: string): RoleSession | null {
  try {
    const read = JSON.parse(Buffer.from(token, "base64url").toString()) as Partial<RoleSession> | null;
    const { roleArn, sessionName, until } = read ?? {};
    const isWhole =
      typeof roleArn === "string" && typeof sessionName === "string" && typeof until === "number";
    return isWhole && readRoleArn(roleArn) ? { roleArn, sessionName, until } : null;
  } catch {
    return null;
  }
}

/** Account and name of a role; null for what is no role's ARN. */
export function readRoleArn(arn: string): { partition: string; accountId: string; name: string } | null {
  const [, partition, accountId, name] =
    /^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]{1,64})$/.exec(arn) ?? [];
  return partition && accountId && name ? { partition, accountId, name } : null;
}

/** The ARN by which AWS calls whoever has assumed a role. */
export function assumedRoleArn({
  roleArn,
  sessionName,
}: Pick<RoleSession, "roleArn" | "sessionName">): string {
  const role = readRoleArn(roleArn);
  return `arn:${role?.partition}:sts::${role?.accountId}:assumed-role/${role?.name}/${sessionName}`;
}

/** The ARN of the user whose long-lived keys these are. */
export const userArn = (accountId: string, region: string): string =>
  `arn:${partitionOf(region)}:iam::${accountId}:user/sandbox`;
