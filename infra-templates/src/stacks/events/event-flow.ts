/** A bus per domain, so that one domain's flood cannot starve the other. Logical ids derive from `id`. */
export interface BusDefinition {
  id: "Ticket" | "Reservation";
  /** After the environment's name and a hyphen. */
  name: string;
  source: string;
}

export const BUSES: readonly BusDefinition[] = [
  { id: "Ticket", name: "ticket-events", source: "ticket.service" },
  { id: "Reservation", name: "reservation-events", source: "reservation.service" },
];

/**
 * A rule for one kind of event, with the queue or function that takes it. Logical ids derive from `id` and
 * `consumer`.
 */
export interface RouteDefinition {
  id: string;
  bus: BusDefinition["id"];
  detailType: string;
  target: "queue" | "function";
  consumer: string;
  /** Name of the queue or function, after the environment's name and a hyphen. */
  name: string;
  purpose: string;
}

/** Six of the eight rules; the other two log every event of a bus. */
export const ROUTES = [
  {
    id: "TicketCreated",
    bus: "Ticket",
    detailType: "TicketCreated",
    target: "queue",
    consumer: "StockUpdate",
    name: "stock-update",
    purpose: "Adds created tickets to the stock",
  },
  {
    id: "TicketStatusChanged",
    bus: "Ticket",
    detailType: "TicketStatusChanged",
    target: "function",
    consumer: "Notify",
    name: "ticket-notify",
    purpose: "Notifies of a ticket's new status",
  },
  {
    id: "ReservationCreated",
    bus: "Reservation",
    detailType: "ReservationCreated",
    target: "queue",
    consumer: "Payment",
    name: "payment",
    purpose: "Asks for the payment of a reservation",
  },
  {
    id: "ReservationExpired",
    bus: "Reservation",
    detailType: "ReservationExpired",
    target: "queue",
    consumer: "SeatRelease",
    name: "seat-release",
    purpose: "Releases the seats of an expired reservation",
  },
  {
    id: "ReservationConfirmed",
    bus: "Reservation",
    detailType: "ReservationConfirmed",
    target: "function",
    consumer: "TicketStatus",
    name: "ticket-status",
    purpose: "Marks the tickets of a confirmed reservation as sold",
  },
  {
    id: "DeliveryFailed",
    bus: "Reservation",
    detailType: "DeliveryFailed",
    target: "queue",
    consumer: "FailedDelivery",
    name: "failed-delivery",
    purpose: "Collects what the outbox publisher could not deliver",
  },
] as const satisfies readonly RouteDefinition[];

export type Route = (typeof ROUTES)[number];
export const QUEUE_ROUTES = ROUTES.filter((route) => route.target === "queue");
export const FUNCTION_ROUTES = ROUTES.filter((route) => route.target === "function");

/** Logical ids, told in one place because stacks, outline and usage must agree. */
export const busId = (bus: BusDefinition["id"]) => `${bus}Bus`;
export const archiveId = (bus: BusDefinition["id"]) => `${bus}Archive`;
export const busLogGroupId = (bus: BusDefinition["id"]) => `${bus}EventLogGroup`;
export const busLogName = (bus: BusDefinition["id"]) => `${bus}Log`;
export const queueId = (consumer: string) => `${consumer}Queue`;
export const functionId = (consumer: string) => `${consumer}Function`;
export const functionLogGroupId = (consumer: string) => `${consumer}LogGroup`;
export const deadLettersId = (consumer: string) => `${consumer}DeadLetters`;

/** Everything that has a dead-letter queue of its own: the six consumers and the two log rules. */
export const DEAD_LETTER_OWNERS: readonly { consumer: string; name: string }[] = [
  ...ROUTES.map(({ consumer, name }) => ({ consumer, name })),
  ...BUSES.map(({ id, name }) => ({ consumer: busLogName(id), name: `${name}-log` })),
];

/** Node's memory for the two small functions, in MB, and the longest they may run, in seconds. */
export const FUNCTION_MEMORY_MB = 128;
export const FUNCTION_TIMEOUT_SECONDS = 10;
