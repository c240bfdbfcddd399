import { bilingual, message } from "@greenroom/messages";
import type { UsageValue } from "@greenroom/pricing/usage";
import { encryptionKey, logGroup } from "../../model/outline-parts";
import { switchedOff } from "../../model/settings-model";
import type { PricedResources, StackModel, StackUsage } from "../../model/stack-model";
import { logUsage, moving, steady } from "../../model/usage-value";
import { dailyMean, hourlyRates } from "../../traffic/rates";
import type { TrafficSettings } from "../../traffic/settings";
import { networkMoveIssues } from "../network/network-move";
import type { NetworkSettings } from "../network/settings";
import { auroraSection } from "./form";
import { AURORA_SIZES, type AuroraSettings, auroraSettings } from "./settings";

export interface AuroraSpec {
  network: NetworkSettings;
  aurora: AuroraSettings;
  traffic: TrafficSettings;
}

/** Days of Performance Insights that are free. */
export const INSIGHTS_DAYS = 7;
/** One for the writer and, with two, a reader that takes over. */
export const instanceIds = ({ instances }: AuroraSettings) =>
  instances === 2 ? (["Writer", "Reader"] as const) : (["Writer"] as const);

export const auroraModel = {
  key: "aurora",
  settings: {
    key: "aurora",
    schema: auroraSettings.default(switchedOff(AURORA_SIZES)),
    sizes: AURORA_SIZES,
    section: auroraSection,
  },
  title: { en: "Aurora", ko: "Aurora" },
  summary: {
    en: "Aurora PostgreSQL Serverless v2 in the db tier",
    ko: "데이터베이스 계층의 Aurora PostgreSQL Serverless v2",
  },
  dependsOn: ["network"],
  isOn: ({ aurora }) => aurora.enabled,
  changeIssues: networkMoveIssues,
  outline: ({ aurora }) => ({
    EncryptionKey: encryptionKey(),
    LogGroup: logGroup(aurora.logRetentionDays),
    Cluster: {
      Type: "AWS::RDS::DBCluster",
      Properties: {
        Engine: "aurora-postgresql",
        EngineVersion: aurora.version,
        StorageType: "aurora",
        BackupRetentionPeriod: aurora.backupDays,
        ServerlessV2ScalingConfiguration: { MinCapacity: aurora.minAcu, MaxCapacity: aurora.maxAcu },
      },
    },
    ...instances(aurora),
  }),
  usage: auroraUsage,
  blocksDeletion: ({ aurora }) =>
    aurora.deletionProtection
      ? [{ path: "aurora.deletionProtection", message: message("spec.aurora.protected") }]
      : [],
} as const satisfies StackModel<AuroraSpec>;

function instances(aurora: AuroraSettings): PricedResources {
  const instance = {
    Type: "AWS::RDS::DBInstance",
    Properties: {
      Engine: "aurora-postgresql",
      DBInstanceClass: "db.serverless",
      DBClusterIdentifier: { Ref: "Cluster" },
      EnablePerformanceInsights: true,
      PerformanceInsightsRetentionPeriod: INSIGHTS_DAYS,
    },
  };
  return Object.fromEntries(instanceIds(aurora).map((id) => [id, instance]));
}

function auroraUsage({ aurora, traffic }: AuroraSpec): StackUsage {
  const storageGb = moving(traffic.storageGb, {
    en: "As much as your figure for data in the tables; low is half, high is double",
    ko: "입력한 테이블 데이터와 같은 양이며 최저는 절반, 최고는 두 배입니다",
  });
  const rate = moving(
    dailyMean(traffic, (perSecond) => perSecond * 0.1),
    {
      en: "1 of 10 requests reaches the disks; low is half, high is double",
      ko: "요청 10건 중 1건이 디스크에 도달하며 최저는 절반, 최고는 두 배입니다",
    },
  );
  return {
    EncryptionKey: {
      monthly_requests: steady(10_000, { en: "10,000 requests", ko: "요청 10,000회" }),
    },
    LogGroup: logUsage(1, aurora.logRetentionDays, {
      en: "1 GB; low is half, high is double",
      ko: "1GB이며 최저는 절반, 최고는 두 배입니다",
    }),
    Cluster: {
      storage_gb: storageGb,
      write_requests_per_sec: rate,
      read_requests_per_sec: rate,
      ...(aurora.backupDays > 1 && { backup_snapshot_size_gb: storageGb }),
    },
    ...Object.fromEntries(
      instanceIds(aurora).map((id) => [id, { capacity_units_per_hr: capacityOf(aurora, traffic) }]),
    ),
  };
}

/** What one instance takes over the month's hours. */
function capacityOf({ minAcu, maxAcu }: AuroraSettings, traffic: TrafficSettings): UsageValue {
  const busiest = Math.max(...hourlyRates(traffic));
  const shareInUse = busiest === 0 ? 0 : dailyMean(traffic, (rate) => rate / busiest);
  const busy = (maxAcu - minAcu) / 4;
  const expected = Math.round((minAcu + busy * shareInUse) * 1000) / 1000;
  return {
    low: minAcu,
    expected,
    high: maxAcu,
    assumption: bilingual({
      en: "A quarter of the way from the minimum to the maximum units in the busiest hours, less as the load is less",
      ko: "가장 바쁜 시간에는 최소와 최대 사이의 4분의 1, 부하가 줄면 그만큼 적게 계산합니다",
    }),
  };
}
