import { ENVIRONMENT_STATUSES } from "@greenroom/environments/lifecycle";
import { type ListEnvironmentsInput, STAGES } from "@greenroom/environments/schema";
import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { parseText } from "../../modules/filters/parse-text";

const PAGE_SIZE = 50;
export const MAX_SEARCH_LENGTH = 60;

/** The filters of the environments in the page's address; unknown words in it are ignored. */
export const ENVIRONMENT_FILTERS = {
  search: parseText(MAX_SEARCH_LENGTH),
  status: parseAsStringLiteral(ENVIRONMENT_STATUSES),
  stage: parseAsStringLiteral(STAGES),
  team: parseText(64),
  owner: parseText(64),
  destroyed: parseAsStringLiteral(["1"]),
};
export type EnvironmentFilters = inferParserType<typeof ENVIRONMENT_FILTERS>;

export const loadEnvironmentFilters = createLoader(ENVIRONMENT_FILTERS);

/** What the list asks for. */
export const environmentInputOf = (filters: EnvironmentFilters): Partial<ListEnvironmentsInput> => ({
  search: filters.search ?? undefined,
  statuses: filters.status ? [filters.status] : undefined,
  stage: filters.stage ?? undefined,
  teamId: filters.team ?? undefined,
  ownerId: filters.owner ?? undefined,
  includeDestroyed: filters.destroyed !== null || undefined,
  limit: PAGE_SIZE,
});
