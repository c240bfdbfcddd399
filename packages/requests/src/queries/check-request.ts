import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { findProblems, getTarget } from "../checks/request";
import { parseDraft, parseRequest, type RequestDraft } from "../parse-request";
import type { FormProblem } from "../schema";

/**
 * All problems of a form at once, while it is being filled in: at most one per field, empty fields left out.
 * @throws NOT_FOUND for an environment the actor does not see
 */
export async function checkRequest(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  input: { kind: RequestDraft["kind"]; [field: string]: unknown },
): Promise<FormProblem[]> {
  const { draft, problems } = parseDraft(input);
  const environmentId = draft.kind === "CREATE" ? undefined : draft.environmentId;
  const target = environmentId === undefined ? null : await getTarget(db, actor, environmentId);
  const request = parseRequest(draft, draft.kind === "CREATE" ? draft : (target ?? {}));
  const found = [...problems, ...(await findProblems(db, actor, request, target, now()))];
  const told = new Set<string>();
  return found.filter(({ field }) => !told.has(field) && told.add(field));
}
