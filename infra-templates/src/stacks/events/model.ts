import type { StackModel } from "../../model/stack-model";
import { reservationsPerMonth } from "../../traffic/rates";
import type { TrafficSettings } from "../../traffic/settings";
import { eventsSection } from "./form";
import { eventsOutline } from "./outline";
import { EVENTS_SIZES, type EventsSettings, eventsSettings } from "./settings";
import { eventsUsage } from "./usage";

export interface EventsSpec {
  events: EventsSettings;
  traffic: TrafficSettings;
}

export const eventsModel = {
  key: "events",
  settings: { key: "events", schema: eventsSettings, sizes: EVENTS_SIZES, section: eventsSection },
  title: { en: "Events", ko: "이벤트" },
  summary: {
    en: "Two event buses, eight rules, queues with dead-letter queues, two functions",
    ko: "이벤트 버스 2개, 규칙 8개, 데드 레터 큐(DLQ)가 있는 큐, 함수 2개",
  },
  // The ticket-status function writes to the tickets table.
  dependsOn: ["data"],
  outline: ({ events }) => eventsOutline(events),
  usage: ({ events, traffic }) => eventsUsage(events, reservationsPerMonth(traffic)),
  dashboard: () => "business",
} as const satisfies StackModel<EventsSpec>;
