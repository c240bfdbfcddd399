import type { Prisma, Transaction } from "@greenroom/prisma";
import type { DriftResult, FoundDifference } from "./find-differences";
import { MAX_FINDINGS } from "./limits";

const keyOf = ({
  stackKey,
  logicalId,
  path,
}: {
  stackKey: string;
  logicalId: string;
  path: string;
}): string => JSON.stringify([stackKey, logicalId, path]);

/**
 * Writes down what a check found: what is new, what is still there, and what is gone. A difference of a
 * resource that was not looked at this time stays as it was.
 */
export async function recordFindings(
  tx: Transaction,
  environmentId: string,
  { differences, checked }: DriftResult,
  now: Date,
): Promise<void> {
  const open = await tx.driftFinding.findMany({ where: { environmentId, resolvedAt: null } });
  const rules = await tx.driftIgnore.findMany({ where: { environmentId, endedAt: null } });
  const known = new Map(open.map((finding) => [keyOf(finding), finding]));
  const found = new Map(differences.slice(0, MAX_FINDINGS).map((one) => [keyOf(one), one]));
  for (const [key, { stackKey, logicalId, path, ...facts }] of found) {
    const earlier = known.get(key);
    const data = { ...factsOf(facts), lastSeenAt: now };
    if (earlier) {
      await tx.driftFinding.update({ where: { id: earlier.id }, data });
      continue;
    }
    const rule = rules.find(
      (one) =>
        one.stackKey === stackKey && one.logicalId === logicalId && (one.path === null || one.path === path),
    );
    await tx.driftFinding.create({
      data: {
        environmentId,
        stackKey,
        logicalId,
        path,
        firstSeenAt: now,
        ignoreId: rule?.id ?? null,
        ...data,
      },
    });
  }
  const looked = new Set(checked.map(({ stackKey, logicalId }) => `${stackKey}/${logicalId}`));
  const gone = open.filter(
    (finding) => !found.has(keyOf(finding)) && looked.has(`${finding.stackKey}/${finding.logicalId}`),
  );
  await tx.driftFinding.updateMany({
    where: { id: { in: gone.map(({ id }) => id) } },
    data: { resolvedAt: now },
  });
}

function factsOf({
  resourceType,
  physicalId,
  driftClass,
  expected,
  actual,
}: Omit<FoundDifference, "stackKey" | "logicalId" | "path">) {
  const json = (value: unknown) => (value === undefined ? undefined : (value as Prisma.InputJsonValue));
  return { resourceType, physicalId, driftClass, expected: json(expected), actual: json(actual) };
}
