import type { ActingActor } from "@greenroom/identity/schema";
import type { Message } from "@greenroom/messages";
import { type Prisma, type Transaction, takeLocks } from "@greenroom/prisma";
import { GENESIS_HASH, hashRow } from "../chain";
import { AUDIT_ACTIONS, type AuditAction } from "../schema";

export interface AuditEntry {
  /** Whom `act` gave to the command. Null when Greenroom itself acts: a sweep, or the worker. */
  actor: ActingActor | null;
  action: AuditAction;
  subject: { id: string; name: string };
  teamId: string | null;
  /** In the words of whoever acted, or what Greenroom says; that is kept among the details. */
  reason?: string | Message | null;
  /** Facts that explain the act, as plain JSON; never a secret. */
  details?: Record<string, unknown>;
  now: Date;
}

const collecting = new WeakMap<Transaction, AuditEntry[]>();

/**
 * Adds a row to the audit trail, in the same transaction as the change it tells of. Each row carries the hash
 * of the one before, so writers take turns from here to the end of their transactions: call it last, after
 * all other writes, or let `batchAudit` see to that.
 */
export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const collected = collecting.get(tx);
  if (collected) collected.push(entry);
  else await write(tx, [entry]);
}

/**
 * Holds back what `work` adds to the trail until it is done, and writes it in one turn: fewer and shorter
 * waits for others. `work` may look at what has been added so far.
 */
export async function batchAudit<Result>(
  tx: Transaction,
  work: (entries: readonly AuditEntry[]) => Promise<Result>,
): Promise<Result> {
  const entries: AuditEntry[] = [];
  collecting.set(tx, entries);
  const result = await work(entries).finally(() => collecting.delete(tx));
  if (entries.length > 0) await write(tx, entries);
  return result;
}

async function write(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  await takeLocks(tx, ["auditTrail"]);
  const last = await tx.auditEvent.findFirst({
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  let previousHash = last?.hash ?? GENESIS_HASH;
  let sequence = last?.sequence ?? 0n;
  const data = entries.map((entry) => {
    sequence += 1n;
    const content = contentOf(entry, sequence);
    const row = { ...content, previousHash, hash: hashRow(previousHash, content) };
    previousHash = row.hash;
    return row;
  });
  await tx.auditEvent.createMany({ data });
}

const contentOf = ({ reason, ...entry }: AuditEntry, sequence: bigint) => ({
  sequence,
  at: entry.now,
  actorId: entry.actor?.userId ?? null,
  actorName: storable(entry.actor?.name ?? "Greenroom"),
  action: entry.action,
  subjectType: AUDIT_ACTIONS[entry.action],
  subjectId: entry.subject.id,
  subjectName: storable(entry.subject.name),
  teamId: entry.teamId,
  reason: typeof reason === "string" && reason !== "" ? storable(reason) : null,
  details: storableJson({ ...entry.details, ...reasonDetails(reason) }),
});

function reasonDetails(reason: AuditEntry["reason"]): { reason?: Message } {
  if (!reason || typeof reason === "string") return {};
  return { reason };
}

/** Postgres keeps no NUL and no half of a surrogate pair; what is hashed must be what will be read back. */
function storable(text: string): string {
  return Buffer.from(text.replaceAll("\0", "\uFFFD")).toString();
}

function storableJson(value: Record<string, unknown>): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value), (_, item) =>
    typeof item === "string" ? storable(item) : item,
  ) as Prisma.InputJsonObject;
}
