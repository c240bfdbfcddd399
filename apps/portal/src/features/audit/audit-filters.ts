import { AUDIT_ACTION_NAMES, AUDIT_SUBJECT_TYPES, type ListAuditEventsInput } from "@greenroom/audit/schema";

/** What the list asks for, read from the page's address; unknown words in it are ignored. */
export function readAuditFilters(params: {
  get(name: string): string | null;
}): Partial<ListAuditEventsInput> {
  return {
    action: AUDIT_ACTION_NAMES.find((known) => known === params.get("action")),
    subjectType: AUDIT_SUBJECT_TYPES.find((known) => known === params.get("subject")),
    teamId: params.get("team")?.slice(0, 64) || undefined,
    actorId: params.get("actor")?.slice(0, 64) || undefined,
    limit: 50,
  };
}
