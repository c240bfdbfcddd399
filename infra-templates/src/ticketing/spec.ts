import { z } from "zod";
import { dataSettings } from "../stacks/data/settings";
import { eventsSettings } from "../stacks/events/settings";
import { networkSettings } from "../stacks/network/settings";
import { trafficSettings } from "../traffic";

/**
 * One section per stack. A stack that came later than the first version has a default (off), so that the specs of older
 * environments stay readable.
 */
export const ticketingSpecSchema = z.strictObject({
  network: networkSettings,
  data: dataSettings,
  events: eventsSettings,
  traffic: trafficSettings,
});

export type TicketingSpec = z.infer<typeof ticketingSpecSchema>;
