import { DRIFT_STATES } from "@greenroom/drift/lifecycle";
import type { FleetSummaryInput, ListFleetInput } from "@greenroom/drift/schema";
import { STAGES } from "@greenroom/environments/schema";
import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { parseText } from "../../../modules/filters/parse-text";

const PAGE_SIZE = 50;

/** The filters of the fleet's drift in the page's address; unknown words in it are ignored. */
export const FLEET_FILTERS = {
  team: parseText(64),
  stage: parseAsStringLiteral(STAGES),
  state: parseAsStringLiteral(DRIFT_STATES),
};
export type FleetFilters = inferParserType<typeof FLEET_FILTERS>;

export const loadFleetFilters = createLoader(FLEET_FILTERS);

/** What is summed up: all states of some environments. */
export const driftScopeOf = ({ team, stage }: FleetFilters): FleetSummaryInput => ({
  teamId: team ?? undefined,
  stage: stage ?? undefined,
});

/** What the list asks for. */
export const fleetInputOf = (filters: FleetFilters): Partial<ListFleetInput> => ({
  ...driftScopeOf(filters),
  state: filters.state ?? undefined,
  limit: PAGE_SIZE,
});
