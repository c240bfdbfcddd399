import type { StackModel } from "../../model/stack-model";
import { steady } from "../../model/usage-value";
import type { ClusterSettings } from "../cluster/settings";
import { clusterDashboard } from "../observability/settings";

export interface KarpenterSpec {
  cluster: ClusterSettings;
  observability?: { enabled: boolean };
}

/** Karpenter waits up to 20 s for each message (long polling). */
const POLLS_PER_MONTH = Math.round((730 * 3600) / 20);

/** Comes with the cluster; a stack of its own because both together would not fit into one template. */
export const karpenterModel = {
  key: "karpenter",
  title: { en: "Karpenter", ko: "Karpenter" },
  summary: {
    en: "Roles of Karpenter and of its nodes, and the queue that warns it of interruptions",
    ko: "Karpenter와 노드의 역할, 중단을 알리는 큐",
  },
  dependsOn: ["cluster"],
  isOn: ({ cluster }) => cluster.enabled,
  outline: () => ({
    InterruptionQueue: { Type: "AWS::SQS::Queue" },
    InterruptionDeadLetters: { Type: "AWS::SQS::Queue" },
  }),
  usage: () => ({
    InterruptionDeadLetters: {
      monthly_requests: steady(0, {
        en: "Empty while Karpenter answers",
        ko: "Karpenter가 응답하는 동안 비어 있습니다",
      }),
    },
    InterruptionQueue: {
      monthly_requests: steady(POLLS_PER_MONTH, {
        en: "Karpenter asks every 20 seconds; the notices themselves are few",
        ko: "Karpenter가 20초마다 조회하며 알림 자체는 적습니다",
      }),
    },
  }),
  dashboard: clusterDashboard,
} as const satisfies StackModel<KarpenterSpec>;
