import { switchedOff } from "../../model/settings-model";
import type { StackModel } from "../../model/stack-model";
import { moving } from "../../model/usage-value";
import { registrySection } from "./form";
import { REPOSITORIES, repositoryId } from "./repositories";
import { REGISTRY_SIZES, type RegistrySettings, registrySettings } from "./settings";

export interface RegistrySpec {
  registry: RegistrySettings;
}

/** What an image adds to a repository that has its base layers already; the owners have not measured it. */
const GB_PER_IMAGE = 0.1;

export const registryModel = {
  key: "registry",
  settings: {
    key: "registry",
    schema: registrySettings.default(switchedOff(REGISTRY_SIZES)),
    sizes: REGISTRY_SIZES,
    section: registrySection,
  },
  title: { en: "Image registry", ko: "이미지 레지스트리" },
  summary: {
    en: "Five image repositories, scanned on push, with immutable tags",
    ko: "푸시 시 검사하고 태그를 고정하는 이미지 리포지토리 5개",
  },
  dependsOn: [],
  isOn: ({ registry }) => registry.enabled,
  outline: () =>
    Object.fromEntries(REPOSITORIES.map((one) => [repositoryId(one), { Type: "AWS::ECR::Repository" }])),
  usage: ({ registry }) =>
    Object.fromEntries(
      REPOSITORIES.map((one) => [
        repositoryId(one),
        {
          storage_gb: moving(registry.keepImages * GB_PER_IMAGE, {
            en: `${registry.keepImages} images that add 0.1 GB each; low is half, high is double`,
            ko: `이미지 ${registry.keepImages}개가 각각 0.1GB를 더하며 최저는 절반, 최고는 두 배입니다`,
          }),
        },
      ]),
    ),
} as const satisfies StackModel<RegistrySpec>;
