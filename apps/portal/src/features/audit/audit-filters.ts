import { AUDIT_ACTION_NAMES, AUDIT_SUBJECT_TYPES, type ListAuditEventsInput } from "@greenroom/audit/schema";
import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { parseText } from "../../modules/filters/parse-text";

const PAGE_SIZE = 50;

/** The filters of the audit in the page's address; unknown words in it are ignored. */
export const AUDIT_FILTERS = {
  action: parseAsStringLiteral(AUDIT_ACTION_NAMES),
  subject: parseAsStringLiteral(AUDIT_SUBJECT_TYPES),
  team: parseText(64),
  actor: parseText(64),
};
export type AuditFilters = inferParserType<typeof AUDIT_FILTERS>;

export const loadAuditFilters = createLoader(AUDIT_FILTERS);

/** What the list asks for. */
export const auditInputOf = (filters: AuditFilters): Partial<ListAuditEventsInput> => ({
  action: filters.action ?? undefined,
  subjectType: filters.subject ?? undefined,
  teamId: filters.team ?? undefined,
  actorId: filters.actor ?? undefined,
  limit: PAGE_SIZE,
});
