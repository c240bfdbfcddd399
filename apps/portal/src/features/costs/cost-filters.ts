import type { CostDashboardInput } from "@greenroom/costs/schema";
import { STAGES } from "@greenroom/environments/schema";
import { createLoader, createParser, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { parseText } from "../../modules/filters/parse-text";

/** A month as "2026-10"; what is none, or still to come, is ignored. */
const parseMonth = createParser({
  parse: (text) => {
    const isMonth = /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
    return isMonth && text <= new Date().toISOString().slice(0, 7) ? text : null;
  },
  serialize: String,
});

/** The filters of the costs in the page's address; unknown words in it are ignored. */
export const COST_FILTERS = {
  month: parseMonth,
  team: parseText(64),
  stage: parseAsStringLiteral(STAGES),
};
export type CostFilters = inferParserType<typeof COST_FILTERS>;

export const loadCostFilters = createLoader(COST_FILTERS);

/** What the page asks for. */
export const costInputOf = ({ month, team, stage }: CostFilters): CostDashboardInput => ({
  month: month ?? undefined,
  teamId: team ?? undefined,
  stage: stage ?? undefined,
});
