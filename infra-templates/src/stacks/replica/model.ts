import { encryptionKey } from "../../model/outline-parts";
import type { PricedResources, StackModel } from "../../model/stack-model";
import { steady } from "../../model/usage-value";
import type { DataSpec } from "../data/data-spec";
import { REPLICA_REGIONS, type ReplicaRegion } from "../data/settings";
import { TABLES } from "../data/tables";

const PLACES: Record<ReplicaRegion, { en: string; ko: string }> = {
  "ap-northeast-1": { en: "Tokyo", ko: "도쿄" },
  "ap-southeast-1": { en: "Singapore", ko: "싱가포르" },
};

export const PERIOD_SECONDS = 60;
export const latencyAlarmId = (table: string) => `${table}ReplicationLatency`;
export const throttleAlarmId = (table: string) => `${table}Throttles`;

/**
 * What belongs to the tables' copies in one region: somebody who hears of it when they lag or are throttled.
 */
export function replicaModel<Region extends ReplicaRegion>(region: Region) {
  const place = PLACES[region];
  return {
    key: `replica-${region}`,
    title: { en: `Replicas in ${place.en}`, ko: `${place.ko} 복제본` },
    summary: {
      en: `Alarms on the tables' copies in ${place.en}, and their topic`,
      ko: `${place.ko} 테이블 복제본의 경보와 SNS 주제`,
    },
    dependsOn: ["data"],
    isOn: ({ data }) => data[REPLICA_REGIONS[region]],
    region: () => region,
    outline: () => ({
      AlarmKey: encryptionKey(),
      AlarmTopic: { Type: "AWS::SNS::Topic", Properties: { FifoTopic: false } },
      ...Object.fromEntries(TABLES.flatMap(({ logicalId }) => Object.entries(tableAlarms(logicalId)))),
    }),
    usage: () => ({
      AlarmKey: {
        monthly_requests: steady(100, { en: "A hundred alarms a month", ko: "월 경보 100회" }),
      },
      AlarmTopic: {
        monthly_requests: steady(100, { en: "A hundred alarms a month", ko: "월 경보 100회" }),
      },
    }),
  } as const satisfies StackModel<DataSpec>;
}

function tableAlarms(table: string): PricedResources {
  const query = { MetricStat: { Period: PERIOD_SECONDS } };
  return {
    [latencyAlarmId(table)]: {
      Type: "AWS::CloudWatch::Alarm",
      Properties: { ComparisonOperator: "GreaterThanThreshold", Period: PERIOD_SECONDS },
    },
    [throttleAlarmId(table)]: {
      Type: "AWS::CloudWatch::Alarm",
      Properties: { ComparisonOperator: "GreaterThanThreshold", Metrics: [{}, query, query] },
    },
  };
}
