/** A difference that somebody may decide about. */
export const finding = (environmentId: string) => ({
  environmentId,
  stackKey: "events",
  logicalId: "Queue",
  resourceType: "AWS::SQS::Queue",
  path: "DelaySeconds",
  driftClass: "UNKNOWN",
  firstSeenAt: new Date("2026-01-01"),
  lastSeenAt: new Date("2026-01-01"),
});
