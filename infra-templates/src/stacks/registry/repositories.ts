/**
 * The services that have an image: the two event sources of the platform (ticket.service,
 * reservation.service), those their events go to (payment, notification), and the one behind the load
 * balancer.
 */
export const REPOSITORIES = [
  { id: "TicketService", name: "ticket-service" },
  { id: "ReservationService", name: "reservation-service" },
  { id: "PaymentService", name: "payment-service" },
  { id: "NotificationService", name: "notification-service" },
  { id: "GatewayService", name: "gateway-service" },
] as const;

export const repositoryId = ({ id }: (typeof REPOSITORIES)[number]) => `${id}Repository`;
