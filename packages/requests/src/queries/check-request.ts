import type { Actor } from "@greenroom/identity/schema";
import type { Database, Transaction } from "@greenroom/prisma";
import { findChangeProblems } from "../checks/change";
import { findCreateProblems } from "../checks/create";
import { type RequestDraft, readDraft } from "../parse-draft";
import type { Problem } from "../problems";
import type { FormProblem } from "../schema";

/** Everything that is wrong with a request, as far as it is filled in. `submitRequest` asks the same. */
export function findProblems(
  db: Database | Transaction,
  actor: Actor,
  draft: RequestDraft,
  now: Date,
): Promise<Problem[]> {
  return draft.kind === "CREATE"
    ? findCreateProblems(db, actor, draft, now)
    : findChangeProblems(db, actor, draft, now);
}

/**
 * All problems of a form at once, while it is being filled in: at most one per field, empty fields left out.
 * @throws NOT_FOUND for an environment the actor does not see
 */
export async function checkRequest(
  deps: { db: Database; now: () => Date },
  actor: Actor,
  input: { kind: RequestDraft["kind"]; [field: string]: unknown },
): Promise<FormProblem[]> {
  const { draft, problems } = readDraft(input);
  const told = new Set<string>();
  return [...problems, ...(await findProblems(deps.db, actor, draft, deps.now()))].filter(
    ({ field }) => !told.has(field) && told.add(field),
  );
}
