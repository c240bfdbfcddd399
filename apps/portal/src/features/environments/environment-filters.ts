import { ENVIRONMENT_STATUSES } from "@greenroom/environments/lifecycle";
import { type ListEnvironmentsInput, STAGES } from "@greenroom/environments/schema";

const PAGE_SIZE = 50;

/** What the list asks for, read from the page's address; unknown words in it are ignored. */
export function readEnvironmentFilters(params: {
  get(name: string): string | null;
}): Partial<ListEnvironmentsInput> {
  const status = ENVIRONMENT_STATUSES.find((known) => known === params.get("status"));
  return {
    search: params.get("search")?.slice(0, 60) || undefined,
    statuses: status ? [status] : undefined,
    stage: STAGES.find((known) => known === params.get("stage")),
    teamId: params.get("team") || undefined,
    ownerId: params.get("owner") || undefined,
    includeDestroyed: params.get("destroyed") === "1" || undefined,
    limit: PAGE_SIZE,
  };
}
