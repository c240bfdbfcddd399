import { message } from "@greenroom/messages";
import type { StackModel } from "../../../model/stack-model";
import type { CacheSpec } from "../../../stacks/cache/model";
import { loadGeneratorSection } from "./form";
import { LOAD_GENERATOR_SIZES, type LoadGeneratorSettings, loadGeneratorSettings } from "./settings";

export interface LoadGeneratorSpec extends CacheSpec {
  loadGenerator: LoadGeneratorSettings;
}

export const DISK = { VolumeType: "gp3", VolumeSize: 8 } as const;

export const loadGeneratorModel = {
  key: "load-generator",
  settings: {
    key: "loadGenerator",
    schema: loadGeneratorSettings,
    sizes: LOAD_GENERATOR_SIZES,
    section: loadGeneratorSection,
  },
  title: { en: "Load generator", ko: "부하 생성기" },
  summary: {
    en: "Machines that put load on the cache, and the role that lets them in",
    ko: "캐시에 부하를 주는 서버와 접근 역할",
  },
  dependsOn: ["network", "cache"],
  conflicts: ({ network, loadGenerator: { instances } }) =>
    network.nat === "none" && instances > 0
      ? [
          {
            path: "loadGenerator.instances",
            message: message("spec.loadGenerator.noWayOut", { value: instances }),
          },
        ]
      : [],
  outline: ({ loadGenerator }) => ({
    LaunchTemplate: {
      Type: "AWS::EC2::LaunchTemplate",
      Properties: {
        LaunchTemplateData: {
          InstanceType: loadGenerator.instanceType,
          Monitoring: { Enabled: true },
          BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: DISK }],
          NetworkInterfaces: [{ AssociatePublicIpAddress: false }],
        },
      },
    },
    Machines: {
      Type: "AWS::AutoScaling::AutoScalingGroup",
      Properties: {
        MinSize: String(loadGenerator.instances),
        MaxSize: String(loadGenerator.instances),
        DesiredCapacity: String(loadGenerator.instances),
        LaunchTemplate: { LaunchTemplateId: { Ref: "LaunchTemplate" } },
      },
    },
  }),
  usage: () => ({}),
  reaches: ({ loadGenerator }) =>
    loadGenerator.instances > 0
      ? [
          { from: "sessionManager", to: "loadGenerator" },
          { from: "loadGenerator", to: "cache" },
        ]
      : [],
} as const satisfies StackModel<LoadGeneratorSpec>;
