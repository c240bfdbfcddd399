import { message } from "@greenroom/messages";
import type { Json, JsonObject } from "@greenroom/template";
import { createPropertyReader } from "../properties";
import type { AdviceSubject, Advisor, ParsedStack, SubjectResource } from "./advice-subject";
import { withProperties } from "./edit-stacks";

/**
 * What gp3 includes. A gp2 volume above 1,000 GB has 3 IOPS for each GB, up to 16,000, which gp3 must be
 * given to keep.
 */
const GP3_FREE_IOPS = 3000;
const GP2_IOPS_PER_GB = 3;
const GP2_MOST_IOPS = 16_000;

/** Holders of block device mappings, with the path to them. */
const MAPPINGS: Readonly<Record<string, string>> = {
  "AWS::EC2::Instance": "BlockDeviceMappings",
  "AWS::EC2::LaunchTemplate": "LaunchTemplateData.BlockDeviceMappings",
  "AWS::AutoScaling::LaunchConfiguration": "BlockDeviceMappings",
};

/**
 * gp3 in place of gp2, with as many IOPS as the gp2 volume had. A volume that names no type is gp2,
 * CloudFormation's default.
 */
export const gp3: Advisor = (subject) => {
  const volumes = subject
    .ofType("AWS::EC2::Volume")
    .filter(({ properties }) => isGp2(properties.text("VolumeType"), properties.has("VolumeType")));
  const withVolumes = volumes.reduce(
    (stacks, volume) => withProperties(stacks, [volume], asGp3(volume.properties.number("Size"))),
    [...subject.stacks],
  );
  const holders = subject.ofType(...Object.keys(MAPPINGS)).filter((one) => gp2Mappings(one).length > 0);
  const stacks = holders.reduce(withMappings, withVolumes);
  const resources = [...volumes, ...holders];
  if (resources.length === 0) return [];
  return [
    {
      key: "gp3",
      title: message("pricing.advice.gp3.title"),
      risk: message("pricing.advice.gp3.risk"),
      resources,
      after: { stacks },
    },
  ];
};

function isGp2(type: string | undefined, isGiven: boolean): boolean {
  return type?.toLowerCase() === "gp2" || (type === undefined && !isGiven);
}

function asGp3(sizeGb = 0): Record<string, Json> {
  const iops = Math.min(sizeGb * GP2_IOPS_PER_GB, GP2_MOST_IOPS);
  return { VolumeType: "gp3", ...(iops > GP3_FREE_IOPS && { Iops: iops }) };
}

/**
 * Places of a holder's mappings that are gp2. One that is written with a function as a whole is left alone.
 */
function gp2Mappings({ type, properties }: SubjectResource): { index: number; sizeGb: number | undefined }[] {
  const mappings = properties.list(MAPPINGS[type] as string) ?? [];
  return mappings.flatMap((mapping, index) => {
    const ebs = createPropertyReader(mapping);
    if (!ebs.has("Ebs") || !isGp2(ebs.text("Ebs.VolumeType"), ebs.has("Ebs.VolumeType"))) return [];
    return [{ index, sizeGb: ebs.number("Ebs.VolumeSize") }];
  });
}

function withMappings(stacks: ParsedStack[], holder: SubjectResource): ParsedStack[] {
  const path = MAPPINGS[holder.type] as string;
  return gp2Mappings(holder).reduce((edited, { index, sizeGb }) => {
    if (!Array.isArray(rawAt(edited, holder, path))) return edited;
    const values = Object.entries(asGp3(sizeGb)).map(([name, value]) => [
      `${path}.${index}.Ebs.${name}`,
      value,
    ]);
    return withProperties(edited, [holder], Object.fromEntries(values) as Record<string, Json>);
  }, stacks);
}

function rawAt(stacks: AdviceSubject["stacks"], { stackKey, logicalId }: SubjectResource, path: string) {
  const stack = stacks.find(({ key }) => key === stackKey);
  return path
    .split(".")
    .reduce<Json | undefined>(
      (value, part) => (value as JsonObject | undefined)?.[part],
      stack?.template.Resources[logicalId]?.Properties,
    );
}
