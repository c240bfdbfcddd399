import { message } from "@greenroom/messages";
import { logGroup } from "../../model/outline-parts";
import { switchedOff } from "../../model/settings-model";
import type { StackModel } from "../../model/stack-model";
import { logUsage, steady } from "../../model/usage-value";
import type { WatchedSpec } from "../alarms/definitions";
import { faultInjectionSection } from "./form";
import { FAULT_INJECTION_SIZES, type FaultInjectionSettings, faultInjectionSettings } from "./settings";

export interface FaultInjectionSpec extends Omit<WatchedSpec, "cache"> {
  cache?: { enabled: boolean; multiAz: boolean };
  observability: { enabled: boolean };
  faultInjection: FaultInjectionSettings;
}

export const LOG_DAYS = 30;

/** The experiments that have something to break; a cache in one zone has no other to fail over to. */
export function experimentIds({ cluster, cache }: FaultInjectionSpec): string[] {
  return [
    ...(cluster?.enabled ? ["NodeExperiment"] : []),
    ...(cache?.enabled && cache.multiAz ? ["CacheExperiment"] : []),
    "NetworkExperiment",
  ];
}

export const faultInjectionModel = {
  key: "fault-injection",
  settings: {
    key: "faultInjection",
    schema: faultInjectionSettings.default(switchedOff(FAULT_INJECTION_SIZES)),
    sizes: FAULT_INJECTION_SIZES,
    section: faultInjectionSection,
  },
  title: { en: "Fault injection", ko: "장애 주입" },
  summary: {
    en: "Experiments: nodes end, the cache loses a zone, a zone loses its network",
    ko: "실험: 노드 종료, 캐시의 가용 영역 장애, 가용 영역의 네트워크 단절",
  },
  dependsOn: ["alarms", "cache", "cluster", "network"],
  isOn: ({ faultInjection }) => faultInjection.enabled,
  conflicts: ({ observability }) =>
    observability.enabled
      ? []
      : [{ path: "faultInjection.enabled", message: message("spec.faultInjection.noAlarms") }],
  outline: (spec) => ({
    ...Object.fromEntries(experimentIds(spec).map((id) => [id, { Type: "AWS::FIS::ExperimentTemplate" }])),
    ExperimentLogGroup: logGroup(LOG_DAYS),
  }),

  usage: (spec) => ({
    ...Object.fromEntries(
      experimentIds(spec).map((id) => [
        id,
        {
          monthly_action_minutes: steady(spec.faultInjection.minutes, {
            en: "Run once a month",
            ko: "월 1회 실행",
          }),
        },
      ]),
    ),
    ExperimentLogGroup: logUsage(0.001, LOG_DAYS, {
      en: "1 MB for each month's experiments; low is half, high is double",
      ko: "월 실험당 1MB이며 최저는 절반, 최고는 두 배입니다",
    }),
  }),
} as const satisfies StackModel<FaultInjectionSpec>;
