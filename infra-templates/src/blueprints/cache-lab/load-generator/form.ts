import type { SettingsSection } from "../../../model/form";
import { LOAD_TYPES } from "./settings";

export const loadGeneratorSection: SettingsSection = {
  title: { en: "Load generator", ko: "부하 생성기" },
  help: {
    en: "Machines in the application tier with a benchmark that knows the cache and its password: start a session and run greenroom-load.",
    ko: "애플리케이션 계층의 서버로, 캐시 주소와 비밀번호가 설정된 벤치마크가 있습니다. 세션을 열고 greenroom-load를 실행하세요.",
  },
  fields: [
    {
      path: "loadGenerator.instances",
      kind: "number",
      label: { en: "Machines", ko: "서버 수" },
      help: {
        en: "Charged for every hour they exist: set 0 while you do not measure.",
        ko: "실행되는 시간만큼 과금됩니다. 측정하지 않을 때는 0으로 두세요.",
      },
      min: 0,
      max: 20,
    },
    {
      path: "loadGenerator.instanceType",
      kind: "choice",
      label: { en: "Machine type", ko: "인스턴스 유형" },
      choices: LOAD_TYPES.map((value) => ({ value, label: { en: value, ko: value } })),
    },
  ],
};
