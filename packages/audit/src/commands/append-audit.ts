import type { Actor } from "@greenroom/identity/schema";
import type { Prisma, Transaction } from "@greenroom/prisma";
import { GENESIS_HASH, hashRow } from "../chain";
import { AUDIT_LOCK } from "../limits";
import { AUDIT_ACTIONS, type AuditAction } from "../schema";

export interface AuditEntry {
  /** Null when Greenroom itself acts: a sweep, or the worker. */
  actor: Actor | null;
  action: AuditAction;
  subject: { id: string; name: string };
  teamId: string | null;
  /** In the words of whoever acted, or Greenroom's own. */
  reason?: string | null;
  /** Facts that explain the act, as plain JSON; never a secret. */
  details?: Record<string, unknown>;
  now: Date;
}

type Last = { sequence: bigint; hash: string };

/** The trail's end as a transaction left it: it holds the lock until it ends, so nobody else can move it meanwhile. */
const lastWritten = new WeakMap<Transaction, Last>();

/**
 * Adds a row to the audit trail, in the same transaction as the change it tells of. Each row carries the hash of the one
 * before, so writers take turns from here to the end of their transactions: call it last, after all other writes.
 */
export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { sequence, hash: previousHash } = lastWritten.get(tx) ?? (await lockAndReadLast(tx));
  const content = {
    sequence: sequence + 1n,
    at: entry.now,
    actorId: entry.actor?.userId ?? null,
    actorName: storable(entry.actor?.name ?? "Greenroom"),
    action: entry.action,
    subjectType: AUDIT_ACTIONS[entry.action],
    subjectId: entry.subject.id,
    subjectName: storable(entry.subject.name),
    teamId: entry.teamId,
    reason: entry.reason ? storable(entry.reason) : null,
    details: storableJson(entry.details ?? {}),
  };
  const hash = hashRow(previousHash, content);
  await tx.auditEvent.createMany({ data: [{ ...content, previousHash, hash }] });
  lastWritten.set(tx, { sequence: content.sequence, hash });
}

async function lockAndReadLast(tx: Transaction): Promise<Last> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${AUDIT_LOCK})`;
  const last = await tx.auditEvent.findFirst({
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  return last ?? { sequence: 0n, hash: GENESIS_HASH };
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
