import { switchedOff } from "../../model/settings-model";
import type { StackModel } from "../../model/stack-model";
import type { NetworkSettings } from "../network/settings";
import { bastionSection } from "./form";
import { BASTION_SIZES, type BastionSettings, bastionSettings } from "./settings";
import { type BastionTargets, targetsOf } from "./targets";

export interface BastionSpec extends BastionTargets {
  network: NetworkSettings;
  bastion: BastionSettings;
}

/**
 * Whether the machine stands in the public tier: when networks are named that come in by SSH, or when the
 * application tier has no NAT gateway to reach Session Manager through.
 */
export function isPublic({ network, bastion }: BastionSpec): boolean {
  return bastion.sshCidrs.length > 0 || network.nat === "none";
}

export const bastionModel = {
  key: "bastion",
  settings: {
    key: "bastion",
    schema: bastionSettings.default(switchedOff(BASTION_SIZES)),
    sizes: BASTION_SIZES,
    section: bastionSection,
  },
  title: { en: "Bastion", ko: "배스천" },
  summary: {
    en: "Amazon Linux 2023 machine that people reach by Session Manager",
    ko: "Session Manager로 접속하는 Amazon Linux 2023 서버",
  },
  dependsOn: ["aurora", "cache", "cluster", "data", "network"],
  isOn: ({ bastion }) => bastion.enabled,

  outline(spec) {
    return {
      Instance: {
        Type: "AWS::EC2::Instance",
        Properties: {
          InstanceType: spec.bastion.instanceType,
          Monitoring: false,
          BlockDeviceMappings: [
            { DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: spec.bastion.diskGb } },
          ],
          NetworkInterfaces: [{ AssociatePublicIpAddress: isPublic(spec) }],
        },
      },
    };
  },

  usage: () => ({}),
  reaches: (spec) => [
    { from: "sessionManager", to: "bastion" },
    ...(spec.bastion.sshCidrs.length > 0 ? [{ from: "sshNetworks", to: "bastion" } as const] : []),
    ...targetsOf(spec).map((to) => ({ from: "bastion", to }) as const),
  ],
} as const satisfies StackModel<BastionSpec>;
