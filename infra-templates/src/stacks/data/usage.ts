import { bilingual } from "@greenroom/messages";
import type { UsageValue } from "@greenroom/pricing/usage";
import type { StackUsage } from "../../model/stack-model";
import { explain, moving } from "../../model/usage-value";
import {
  CONFIRMED_SHARE,
  dailyMean,
  RESERVATION_SHARE,
  requestsPerMonth,
  reservationsPerMonth,
} from "../../traffic/rates";
import type { DataSpec } from "./data-spec";
import { replicaRegions } from "./settings";
import { TABLES, type TableId } from "./tables";

/** Of all requests; the owners have not stated it. */
export const READ_SHARE = 0.2;
/**
 * Per reservation, the writes to each table (an index doubles a write), and the table's share of all requests
 * that read.
 */
const TABLE_LOAD: Record<TableId, { writes: number; readShare: number; storageShare: number }> = {
  TicketsTable: { writes: 2 * 2, readShare: 0.6, storageShare: 0.4 },
  TicketEventsTable: { writes: 2, readShare: 0, storageShare: 0.25 },
  ReservationsTable: { writes: 2 * 2, readShare: 0.25, storageShare: 0.2 },
  OrdersTable: { writes: CONFIRMED_SHARE * 2, readShare: 0.15, storageShare: 0.1 },
  IdempotencyTable: { writes: 1, readShare: 0, storageShare: 0.01 },
  OutboxTable: { writes: 2, readShare: 0, storageShare: 0.04 },
};

const hasIndex = (table: TableId) =>
  TABLES.some(({ logicalId, hasIndex }) => logicalId === table && hasIndex);

/** What a reservation's writes of 1 KB each come to in another region, where each index is filled anew. */
export const REPLICATED_KB = TABLES.reduce(
  (sum, { logicalId }) => sum + TABLE_LOAD[logicalId].writes / (hasIndex(logicalId) ? 2 : 1),
  0,
);

/** Requests where they are paid for, and what is stored, of each table. */
export function dataUsage(spec: DataSpec): StackUsage {
  const { data, traffic } = spec;
  return Object.fromEntries(
    TABLES.map(({ logicalId }) => {
      const share = TABLE_LOAD[logicalId].storageShare;
      const percent = Math.round(share * 100);
      const storageGb = moving(traffic.storageGb * share, {
        en: `${percent} % of your figure for data in the tables; low is half, high is double`,
        ko: `입력한 테이블 데이터의 ${percent}%이며 최저는 절반, 최고는 두 배입니다`,
      });
      return [
        logicalId,
        {
          ...(data.billing === "on-demand" ? requestUsage(logicalId, spec) : capacityUsage(logicalId, spec)),
          storage_gb: storageGb,
          ...(data.pointInTimeRecovery && { pitr_backup_storage_gb: storageGb }),
        },
      ];
    }),
  );
}

function requestUsage(table: TableId, { data, traffic }: DataSpec): Record<string, UsageValue> {
  const { writes, readShare } = TABLE_LOAD[table];
  const reads = requestsPerMonth(traffic) * READ_SHARE * readShare * 0.5;
  const elsewhere = moving(
    reads / 2,
    explain("Half as many reads as in the home region", "기본 리전 읽기의 절반"),
  );
  return {
    monthly_write_request_units: moving(
      reservationsPerMonth(traffic) * writes,
      explain(
        `1 reservation for 100 requests, ${writes} writes of 1 KB each, index included`,
        `요청 100건당 예약 1건, 예약당 1KB 쓰기 ${writes}회(인덱스 포함)`,
      ),
    ),
    monthly_read_request_units: moving(
      reads,
      explain(
        "1 of 5 requests reads the tables, 4 KB, eventually consistent",
        "요청 5건 중 1건이 4KB를 최종 일관성으로 읽음",
      ),
    ),
    ...Object.fromEntries(
      replicaRegions(data).map((region) => [`monthly_read_request_units.${region}`, elsewhere]),
    ),
  };
}

/**
 * What autoscaling keeps provisioned on average: in each hour as much as the load needs at the chosen share
 * in use, within the limits. An index is written as much as its table and scales between the same limits;
 * reads go to the table, half as many in other regions.
 */
function capacityUsage(table: TableId, { data, traffic }: DataSpec): Record<string, UsageValue> {
  const { writes, readShare } = TABLE_LOAD[table];
  const indexes = hasIndex(table) ? 1 : 0;
  const writesEach = (RESERVATION_SHARE * writes) / (1 + indexes);
  const reads = READ_SHARE * readShare * 0.5;
  const scaled = (each: number, minimum: number, maximum: number) => (times: number) =>
    dailyMean(traffic, (rate) =>
      Math.min(maximum, Math.max(minimum, Math.ceil((rate * times * each * 100) / data.targetUtilization))),
    );
  const writeUnits = scaled(writesEach, data.minWriteUnits, data.maxWriteUnits);
  const readUnits = (share: number) => scaled(reads * share, data.minReadUnits, data.maxReadUnits);
  const withIndex = (units: (times: number) => number) => (times: number) =>
    units(times) + indexes * data.minReadUnits;
  return {
    write_capacity_units: atLoads((times) => writeUnits(times) * (1 + indexes)),
    read_capacity_units: atLoads(withIndex(readUnits(1))),
    ...Object.fromEntries(
      replicaRegions(data).map((region) => [
        `read_capacity_units.${region}`,
        atLoads(withIndex(readUnits(0.5))),
      ]),
    ),
  };
}

const atLoads = (units: (times: number) => number): UsageValue => ({
  low: units(0.5),
  expected: units(1),
  high: units(2),
  assumption: bilingual({
    en: "What autoscaling provides hour by hour for your requests per second, within your limits; low is for half, high for twice of it",
    ko: "입력한 초당 요청 수에 대해 자동 확장이 한도 안에서 시간대별로 제공하는 용량이며 최저는 절반, 최고는 두 배 기준입니다",
  }),
});
