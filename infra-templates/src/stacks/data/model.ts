import type { StackModel } from "../../stack-model";
import { CONFIRMED_SHARE, requestsPerMonth, reservationsPerMonth, type TrafficSettings } from "../../traffic";
import { explain, moving } from "../../usage-value";
import type { DataSettings } from "./settings";
import { TABLES, type TableId } from "./tables";

export interface DataSpec {
  data: DataSettings;
  traffic: TrafficSettings;
}

/** Of all requests; the owners have not stated it. */
const READ_SHARE = 0.2;
/** Per reservation, the writes to each table (an index doubles a write), and the table's share of all requests that read. */
const TABLE_LOAD: Record<TableId, { writes: number; readShare: number; storageShare: number }> = {
  TicketsTable: { writes: 2 * 2, readShare: 0.6, storageShare: 0.4 },
  TicketEventsTable: { writes: 2, readShare: 0, storageShare: 0.25 },
  ReservationsTable: { writes: 2 * 2, readShare: 0.25, storageShare: 0.2 },
  OrdersTable: { writes: CONFIRMED_SHARE * 2, readShare: 0.15, storageShare: 0.1 },
  IdempotencyTable: { writes: 1, readShare: 0, storageShare: 0.01 },
  OutboxTable: { writes: 2, readShare: 0, storageShare: 0.04 },
};

export const dataModel: StackModel<DataSpec> = {
  key: "data",
  title: { en: "Data", ko: "데이터" },
  summary: {
    en: "Six DynamoDB tables and the three roles that reach them",
    ko: "DynamoDB 테이블 6개와 접근 역할 3개",
  },
  dependsOn: [],

  outline({ data }) {
    return Object.fromEntries(
      TABLES.map((table) => [
        table.logicalId,
        {
          Type: "AWS::DynamoDB::Table",
          Properties: {
            BillingMode: "PAY_PER_REQUEST",
            TableClass: "STANDARD",
            PointInTimeRecoverySpecification: data.pointInTimeRecovery
              ? { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: data.recoveryDays }
              : { PointInTimeRecoveryEnabled: false },
          },
        },
      ]),
    );
  },

  usage({ data, traffic }) {
    const requests = requestsPerMonth(traffic);
    const reservations = reservationsPerMonth(traffic);
    return Object.fromEntries(
      TABLES.map(({ logicalId }) => {
        const load = TABLE_LOAD[logicalId];
        const storageGb = moving(traffic.storageGb * load.storageShare, {
          en: `${Math.round(load.storageShare * 100)} % of your figure for data in the tables; low is half, high is twice of it`,
          ko: `입력한 테이블 데이터의 ${Math.round(load.storageShare * 100)}%이며 최저는 절반, 최고는 두 배입니다`,
        });
        return [
          logicalId,
          {
            monthly_write_request_units: moving(
              reservations * load.writes,
              explain(
                `1 reservation for 100 requests, ${load.writes} writes of 1 KB each, index included`,
                `요청 100건당 예약 1건, 예약당 1KB 쓰기 ${load.writes}회(인덱스 포함)`,
              ),
            ),
            monthly_read_request_units: moving(
              requests * READ_SHARE * load.readShare * 0.5,
              explain(
                "1 of 5 requests reads the tables, 4 KB, eventually consistent",
                "요청 5건 중 1건이 4KB를 최종 일관성으로 읽음",
              ),
            ),
            storage_gb: storageGb,
            ...(data.pointInTimeRecovery && { pitr_backup_storage_gb: storageGb }),
          },
        ];
      }),
    );
  },
};
