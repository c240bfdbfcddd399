/**
 * Ids of AWS's prefix list com.amazonaws.global.cloudfront.origin-facing, which are fixed per region; a
 * lookup would need credentials during synthesis. To check one: `aws ec2 describe-managed-prefix-lists
 * --region R`.
 */
const PREFIX_LISTS: Record<string, string> = {
  "ap-northeast-2": "pl-22a6434b",
  "ap-northeast-1": "pl-58a04531",
  "ap-southeast-1": "pl-31a34658",
  "us-east-1": "pl-3b927c52",
};

/** The addresses that CloudFront calls origins from. */
export function cloudFrontPrefixList(region: string): string {
  const id = PREFIX_LISTS[region];
  if (!id)
    throw new Error(`CloudFront's prefix list of ${region} is not known; add it beside the region's zones`);
  return id;
}
