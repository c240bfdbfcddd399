import type { SettingsSection } from "../../model/form";

const whenOn = [{ path: "registry.enabled", equals: true }];

export const registrySection: SettingsSection = {
  title: { en: "Image registry", ko: "이미지 레지스트리" },
  help: {
    en: "A repository for the images of each of the five services. Images are scanned when they are pushed, and a tag never changes.",
    ko: "다섯 서비스의 이미지 리포지토리입니다. 이미지는 푸시할 때 검사되며 태그는 변경할 수 없습니다.",
  },
  fields: [
    {
      path: "registry.enabled",
      kind: "switch",
      label: { en: "Own repositories", ko: "전용 리포지토리 사용" },
      help: {
        en: "Off: the environment runs images of another environment's repositories.",
        ko: "끄면 다른 환경의 리포지토리에 있는 이미지를 사용합니다.",
      },
    },
    {
      path: "registry.keepImages",
      kind: "number",
      label: { en: "Images kept for each service", ko: "서비스별 보관 이미지 수" },
      help: {
        en: "The newest stay, older ones are removed. A release can only be rolled back to an image that is kept; each costs its storage.",
        ko: "최신 이미지만 남기고 오래된 것은 삭제합니다. 보관된 이미지로만 롤백할 수 있으며 저장 비용이 듭니다.",
      },
      min: 1,
      max: 1000,
      visibleWhen: whenOn,
    },
  ],
};
