/**
 * Letters of the zones that an account has, for regions where they are not a, b and c. Zones closed to new
 * accounts are left out.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const LETTERS: Readonly<Record<string, string>> = {
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
  "ca-central-1": "abd",
  "us-east-1": "abcdef",
  "us-west-1": "ac",
  "us-west-2": "abcd",
};

/** The zones of a region as `Fn::GetAZs` lists them: "us-east-1a", … */
export function availabilityZones(region: string): string[] {
  const letters = Object.hasOwn(LETTERS, region) ? LETTERS[region] : undefined;
  return [...(letters ?? "abc")].map((letter) => `${region}${letter}`);
}
