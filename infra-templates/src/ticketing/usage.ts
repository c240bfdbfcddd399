import type { LocalText, Usage, UsageValue } from "../blueprint";
import {
  archiveId,
  BUSES,
  type BusDefinition,
  busId,
  busLogGroupId,
  DEAD_LETTER_OWNERS,
  deadLettersId,
  FUNCTION_ROUTES,
  functionId,
  functionLogGroupId,
  QUEUE_ROUTES,
  queueId,
  type Route,
} from "./event-flow";
import type { TicketingSpec } from "./spec";
import { natCount } from "./subnets";
import { TABLES, type TableId } from "./tables";

/** Shares of the traffic that the owners have not stated; each is named in the assumption of what it leads to. */
const RESERVATIONS_PER_REQUEST = 0.01;
const CONFIRMED_SHARE = 0.6;
const READ_SHARE = 0.2;
const DAYS_PER_MONTH = 730 / 24;
const EVENT_KB = 1;
/** A consumer that waits 20 s per call (long polling) asks this often a month, also when there is nothing. */
const EMPTY_POLLS_PER_MONTH = Math.round((730 * 3600) / 20);

const TRAFFIC: LocalText = {
  en: "From the expected requests per second; low is half, high is twice of it",
  ko: "예상 초당 요청 수 기준이며 최저는 절반, 최고는 두 배입니다",
};
const explain = (en: string, ko: string): LocalText => ({
  en: `${en}. ${TRAFFIC.en}`,
  ko: `${ko}. ${TRAFFIC.ko}`,
});

/** A figure that moves with the traffic, rounded to three decimals. */
function moving(expected: number, assumption: LocalText): UsageValue {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { low: round(expected / 2), expected: round(expected), high: round(expected * 2), assumption };
}

/** Usage in Infracost's keys, from the owner's traffic figures and the stated shares. */
export function ticketingUsage(spec: TicketingSpec): Usage {
  const { traffic } = spec;
  const requests = traffic.requestsPerSecond * 3600 * traffic.hoursPerDay * DAYS_PER_MONTH;
  const reservations = requests * RESERVATIONS_PER_REQUEST;
  return {
    network: networkUsage(spec, requests),
    data: dataUsage(spec, requests, reservations),
    events: eventsUsage(spec, reservations),
  };
}

function networkUsage({ network, traffic }: TicketingSpec, requests: number): Usage[string] {
  const usage: Usage[string] = {};
  const nats = natCount(network.nat, network.zones);
  for (let zone = 1; zone <= nats; zone++) {
    usage[`NatGateway${zone}`] = {
      monthly_data_processed_gb: moving(traffic.natGbPerMonth / nats, {
        en: "Your figure for data through NAT, spread evenly; low is half, high is twice of it",
        ko: "입력한 NAT 데이터를 균등하게 나눈 값이며 최저는 절반, 최고는 두 배입니다",
      }),
    };
  }
  if (network.flowLogs) {
    const gb = 1 + (requests / 4) * 1.1e-7;
    usage.FlowLogGroup = logUsage(
      gb,
      network.flowLogRetentionDays,
      explain("1 GB and one record of 110 bytes for four requests", "1GB와 요청 4건당 110바이트 레코드 1개"),
    );
  }
  return usage;
}

/** Per reservation, the writes to each table (an index doubles a write), and the table's share of all requests that read. */
const TABLE_LOAD: Record<TableId, { writes: number; readShare: number; storageShare: number }> = {
  TicketsTable: { writes: 2 * 2, readShare: 0.6, storageShare: 0.4 },
  TicketEventsTable: { writes: 2, readShare: 0, storageShare: 0.25 },
  ReservationsTable: { writes: 2 * 2, readShare: 0.25, storageShare: 0.2 },
  OrdersTable: { writes: CONFIRMED_SHARE * 2, readShare: 0.15, storageShare: 0.1 },
  IdempotencyTable: { writes: 1, readShare: 0, storageShare: 0.01 },
  OutboxTable: { writes: 2, readShare: 0, storageShare: 0.04 },
};

function dataUsage({ data, traffic }: TicketingSpec, requests: number, reservations: number): Usage[string] {
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
}

/** Events of each route for one reservation. */
const EVENTS_PER_RESERVATION: Record<Route["id"], number> = {
  TicketCreated: CONFIRMED_SHARE,
  TicketStatusChanged: 2,
  ReservationCreated: 1,
  ReservationExpired: 1 - CONFIRMED_SHARE,
  ReservationConfirmed: CONFIRMED_SHARE,
  DeliveryFailed: 0.001,
};
const EVENTS_PER_RESERVATION_BY_BUS: Record<BusDefinition["id"], number> = {
  Ticket: CONFIRMED_SHARE + 2,
  Reservation: 2.001,
};

function eventsUsage({ events }: TicketingSpec, reservations: number): Usage[string] {
  const usage: Usage[string] = {};
  const perBus = explain("Events of 1 KB", "1KB 이벤트");
  for (const bus of BUSES) {
    const count = reservations * EVENTS_PER_RESERVATION_BY_BUS[bus.id];
    const gb = (count * EVENT_KB) / 1e6;
    usage[busId(bus.id)] = { monthly_custom_events: moving(count, perBus) };
    usage[archiveId(bus.id)] = {
      monthly_archive_processing_gb: moving(gb, perBus),
      archive_storage_gb: moving((gb * events.archiveDays) / DAYS_PER_MONTH, perBus),
    };
    usage[busLogGroupId(bus.id)] = logUsage(gb, events.logRetentionDays, perBus);
  }
  for (const route of QUEUE_ROUTES) {
    const busy = moving(
      reservations * EVENTS_PER_RESERVATION[route.id] * 3,
      explain(
        "Send, receive and delete of each message, and empty receives of 20 seconds",
        "메시지마다 전송, 수신, 삭제 각 1회와 20초 대기 수신",
      ),
    );
    const polls = EMPTY_POLLS_PER_MONTH;
    usage[queueId(route.consumer)] = {
      monthly_requests: {
        ...busy,
        low: busy.low + polls,
        expected: busy.expected + polls,
        high: busy.high + polls,
      },
    };
  }
  for (const { consumer } of DEAD_LETTER_OWNERS) {
    usage[deadLettersId(consumer)] = {
      monthly_requests: {
        low: 0,
        expected: 0,
        high: Math.round(reservations * 0.01),
        assumption: {
          en: "Empty in a good month; high: 1 in 100 reservations",
          ko: "정상적인 달에는 비어 있으며 최고는 예약 100건당 1건",
        },
      },
    };
  }
  for (const route of FUNCTION_ROUTES) {
    const count = reservations * EVENTS_PER_RESERVATION[route.id];
    usage[functionId(route.consumer)] = {
      monthly_requests: moving(count, explain("One call for each event", "이벤트당 호출 1회")),
      request_duration_ms: {
        low: 20,
        expected: 50,
        high: 100,
        assumption: {
          en: "One short call to another service; not measured yet",
          ko: "다른 서비스를 한 번 짧게 호출하며 아직 측정되지 않음",
        },
      },
    };
    usage[functionLogGroupId(route.consumer)] = logUsage(
      (count * 0.5) / 1e6,
      events.logRetentionDays,
      explain("0.5 KB of log for each call", "호출당 로그 0.5KB"),
    );
  }
  return usage;
}

/** Ingested GB a month, and what is kept of it (CloudWatch stores compressed: 0.15 of a byte, its pricing page). */
function logUsage(gb: number, retentionDays: number, assumption: LocalText): Record<string, UsageValue> {
  return {
    monthly_data_ingested_gb: moving(gb, assumption),
    storage_gb: moving((gb * 0.15 * retentionDays) / DAYS_PER_MONTH, assumption),
  };
}
