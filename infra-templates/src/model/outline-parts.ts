/** A log group as every stack outlines it. */
export function logGroup(retentionDays: number) {
  return {
    Type: "AWS::Logs::LogGroup",
    Properties: { LogGroupClass: "STANDARD", RetentionInDays: retentionDays },
  };
}

/** A key of `addEncryptionKey`. */
export function encryptionKey() {
  return { Type: "AWS::KMS::Key", Properties: { EnableKeyRotation: true } };
}
