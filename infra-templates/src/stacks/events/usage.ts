import { bilingual } from "@greenroom/messages";
import type { StackUsage } from "../../model/stack-model";
import { DAYS_PER_MONTH, explain, logUsage, moving } from "../../model/usage-value";
import { CONFIRMED_SHARE } from "../../traffic/rates";
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
import type { EventsSettings } from "./settings";

const EVENT_KB = 1;
/** A consumer that waits 20 s per call (long polling) asks this often a month, also when there is nothing. */
const EMPTY_POLLS_PER_MONTH = Math.round((730 * 3600) / 20);

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

/** Usage of the event flow for so many reservations a month. */
export function eventsUsage(events: EventsSettings, reservations: number): StackUsage {
  const usage: StackUsage = {};
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
        assumption: bilingual({
          en: "Empty in a good month; high: 1 in 100 reservations",
          ko: "정상적인 달에는 비어 있으며 최고는 예약 100건당 1건",
        }),
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
        assumption: bilingual({
          en: "One short call to another service; not measured yet",
          ko: "다른 서비스를 한 번 짧게 호출하며 아직 측정되지 않음",
        }),
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
