import { switchedOff } from "../../model/settings-model";
import type { StackModel } from "../../model/stack-model";
import { costAnomalySection } from "./form";
import { COST_ANOMALY_SIZES, type CostAnomalySettings, costAnomalySettings } from "./settings";

export interface CostAnomalySpec {
  costAnomaly: CostAnomalySettings;
}

export const costAnomalyModel = {
  key: "cost-anomaly",
  settings: {
    key: "costAnomaly",
    schema: costAnomalySettings.default(switchedOff(COST_ANOMALY_SIZES)),
    sizes: COST_ANOMALY_SIZES,
    section: costAnomalySection,
  },
  title: { en: "Cost anomalies", ko: "비용 이상 탐지" },
  summary: {
    en: "Watches what the environment costs and mails its owner when it stands out",
    ko: "환경의 비용을 확인하고 평소와 다르면 소유자에게 메일로 알림",
  },
  dependsOn: [],
  isOn: ({ costAnomaly }) => costAnomaly.enabled,
  /** Cost Explorer answers in us-east-1 only, for the costs of every region. */
  region: () => "us-east-1",
  outline: () => ({}),
  usage: () => ({}),
} as const satisfies StackModel<CostAnomalySpec>;
