/** A log group as every stack outlines it. */
export function logGroup(retentionDays: number) {
  return {
    Type: "AWS::Logs::LogGroup",
    Properties: { LogGroupClass: "STANDARD", RetentionInDays: retentionDays },
  };
}
