/** One DynamoDB table; the key attributes hold composite values such as `TICKET#{id}`. */
export interface TableDefinition {
  logicalId: string;
  /** After the environment's name and a hyphen. */
  name: string;
  hasSortKey: boolean;
  hasIndex: boolean;
  ttlAttribute?: string;
}

/** The platform's six tables: keys, secondary index and time to live. */
export const TABLES = [
  { logicalId: "TicketsTable", name: "ticket-tickets", hasSortKey: true, hasIndex: true },
  { logicalId: "TicketEventsTable", name: "ticket-ticket-events", hasSortKey: true, hasIndex: false },
  {
    logicalId: "ReservationsTable",
    name: "ticket-reservation-reservations",
    hasSortKey: true,
    hasIndex: true,
  },
  { logicalId: "OrdersTable", name: "ticket-reservation-orders", hasSortKey: true, hasIndex: true },
  {
    logicalId: "IdempotencyTable",
    name: "ticket-reservation-idempotency",
    hasSortKey: false,
    hasIndex: false,
    ttlAttribute: "ttl",
  },
  { logicalId: "OutboxTable", name: "ticket-reservation-outbox", hasSortKey: true, hasIndex: false },
] as const satisfies readonly TableDefinition[];

export type TableId = (typeof TABLES)[number]["logicalId"];

export function tableName(environmentName: string, table: TableDefinition): string {
  return `${environmentName}-${table.name}`;
}
