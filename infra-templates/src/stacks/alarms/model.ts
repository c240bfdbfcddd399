import { encryptionKey } from "../../model/outline-parts";
import type { PricedResources, StackModel } from "../../model/stack-model";
import { moving, steady } from "../../model/usage-value";
import { MAILED_FROM, type ObservabilitySettings } from "../observability/settings";
import { type AlarmDefinition, alarmsOf, PERIOD_SECONDS, type WatchedSpec } from "./definitions";

/** Its settings are those of observability: together they are more than one template holds. */
export interface AlarmsSpec extends WatchedSpec {
  observability: ObservabilitySettings;
  backup?: { enabled: boolean };
}

export const TOPICS = ["CriticalTopic", "WarningTopic", "InfoTopic"] as const;
export type TopicId = (typeof TOPICS)[number];

/** "CriticalTopic" → "critical" */
export const severityOf = (topic: TopicId) =>
  topic.replace("Topic", "").toLowerCase() as (typeof MAILED_FROM)[number];

/** Who is mailed what a topic says: of the severity chosen and of those above it. */
export function recipientsOf({ emails, mailedFrom }: ObservabilitySettings, topic: TopicId): string[] {
  return MAILED_FROM.indexOf(severityOf(topic)) <= MAILED_FROM.indexOf(mailedFrom) ? emails : [];
}

export const alarmsModel = {
  key: "alarms",
  title: { en: "Alarms", ko: "경보" },
  summary: {
    en: "Alarms of three severities with their SNS topics, and notices of deployments and backups",
    ko: "세 심각도의 경보와 SNS 주제, 배포 및 백업 알림",
  },
  dependsOn: ["cache", "cluster", "data", "edge", "karpenter", "network"],
  isOn: ({ observability }) => observability.enabled,

  outline(spec, { environmentName }) {
    const resources: PricedResources = { NotificationKey: encryptionKey() };
    for (const topic of TOPICS) resources[topic] = { Type: "AWS::SNS::Topic" };
    for (const alarm of alarmsOf(spec, environmentName)) resources[alarm.id] = alarmOutline(alarm);
    resources.HealthAlarm = { Type: "AWS::CloudWatch::CompositeAlarm" };
    resources.NoticeDeadLetters = { Type: "AWS::SQS::Queue" };
    return resources;
  },

  usage({ observability }) {
    const notices = moving(100, {
      en: "100 messages a topic; low is half, high is double",
      ko: "주제당 메시지 100건이며 최저는 절반, 최고는 두 배입니다",
    });
    const topics = TOPICS.map((topic) => [
      topic,
      {
        monthly_requests: notices,
        email_subscriptions: steady(recipientsOf(observability, topic).length, {
          en: "The addresses that you entered",
          ko: "입력한 이메일 주소 수",
        }),
      },
    ]);
    return {
      ...Object.fromEntries(topics),
      NotificationKey: { monthly_requests: notices },
      NoticeDeadLetters: {
        monthly_requests: steady(0, {
          en: "Empty while every notice is delivered",
          ko: "모든 알림이 전달되는 동안 비어 있습니다",
        }),
      },
    };
  },
} as const satisfies StackModel<AlarmsSpec>;

/** One metric an element, all at standard resolution: what an alarm is charged by. */
function alarmOutline({ metrics }: AlarmDefinition): PricedResources[string] {
  return {
    Type: "AWS::CloudWatch::Alarm",
    Properties: {
      ComparisonOperator: "GreaterThanThreshold",
      Metrics: [{}, ...metrics.map(() => ({ MetricStat: { Period: PERIOD_SECONDS } }))],
    },
  };
}
