import type { FieldCondition, SettingsSection } from "../../model/form";

const isOn: FieldCondition = { path: "faultInjection.enabled", equals: true };

export const faultInjectionSection: SettingsSection = {
  title: { en: "Fault injection", ko: "장애 주입" },
  help: {
    en: "Experiments that somebody starts by hand: nodes are terminated, the cache loses a zone, a zone loses its network. A critical alarm stops them.",
    ko: "직접 시작하는 실험입니다: 노드 종료, 캐시의 가용 영역 장애, 가용 영역의 네트워크 단절. 심각 경보가 발생하면 중단됩니다.",
  },
  fields: [
    {
      path: "faultInjection.enabled",
      kind: "switch",
      label: { en: "Experiment templates", ko: "실험 템플릿" },
      help: {
        en: "Needs observability, whose alarms stop an experiment. Templates cost nothing until they are run.",
        ko: "실험을 중단할 경보가 필요하므로 관측성을 켜야 합니다. 템플릿은 실행하기 전까지 무료입니다.",
      },
    },
    {
      path: "faultInjection.nodePercent",
      kind: "number",
      label: { en: "Nodes to terminate in each group", ko: "그룹별로 종료할 노드" },
      unit: { en: "%", ko: "%" },
      min: 1,
      max: 100,
      visibleWhen: [isOn, { path: "cluster.enabled", equals: true }],
    },
    {
      path: "faultInjection.minutes",
      kind: "number",
      label: { en: "Duration of a fault", ko: "장애 지속 시간" },
      unit: { en: "minutes", ko: "분" },
      min: 1,
      max: 60,
      visibleWhen: [isOn],
    },
  ],
};
