import type { Database } from "@greenroom/prisma";

interface Rights {
  role: string;
  isSuperuser: boolean;
  isOwner: boolean;
  mayChange: boolean;
  lazy: string[];
}

/**
 * What about the database stands against the audit trail or against what was acknowledged, as sentences for
 * the log at start: a role that could change the trail, settings that let Postgres answer before the disk has
 * it. Empty when all is well.
 */
export async function findWeaknesses(db: Database): Promise<string[]> {
  const [rights] = await db.$queryRaw<Rights[]>`
    SELECT current_user::text AS role,
      (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuperuser",
      (SELECT pg_has_role(current_user, relowner, 'MEMBER') FROM pg_class WHERE oid = '"AuditEvent"'::regclass) AS "isOwner",
      has_table_privilege('"AuditEvent"', 'UPDATE, DELETE, TRUNCATE') AS "mayChange",
      ARRAY(SELECT name || '=off' FROM unnest(ARRAY['fsync', 'synchronous_commit', 'full_page_writes']) name
            WHERE current_setting(name) = 'off') AS lazy`;
  if (!rights) return [];
  const { role, isSuperuser, isOwner, mayChange, lazy } = rights;
  const weaknesses: string[] = [];
  if (isSuperuser || isOwner || mayChange) {
    const why = isSuperuser ? "is a superuser" : isOwner ? "owns its table" : "may change its rows";
    weaknesses.push(
      `The database role "${role}" of DATABASE_URL could change the audit trail: it ${why}. Give DATABASE_URL another role, and the owner's address to the migrations as DATABASE_OWNER_URL.`,
    );
  }
  if (lazy.length > 0) {
    weaknesses.push(
      `The database runs with ${lazy.join(", ")}: what it has acknowledged can be lost when it or its machine stops suddenly. Turn it on.`,
    );
  }
  return weaknesses;
}
