import { createDatabase } from "@greenroom/prisma";
import { rejectRequest } from "../../packages/requests/src/commands/reject-request";
import type { BenchStack } from "./bench-stack";
import { findPeople, type People } from "./people";
import { type Finding, milliseconds, quantile, ratioInterval } from "./statistics";

const ROUNDS = 300;
const WARM_UP = 20;

/**
 * A decision, from the call to its answer, when the answer waits for the disk and when it does not; taken in
 * turns.
 */
export async function measureDurability({ databaseUrl }: BenchStack): Promise<Finding[]> {
  const durable = createDatabase(databaseUrl, 2);
  const lazyUrl = new URL(databaseUrl);
  lazyUrl.searchParams.set("options", "-c synchronous_commit=off");
  const lazy = createDatabase(lazyUrl.href, 2);
  try {
    const people = await findPeople(durable);
    const times = { durable: [] as number[], lazy: [] as number[] };
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const [name, db] of [
        ["durable", durable],
        ["lazy", lazy],
      ] as const) {
        const requestId = await askedFor(db, people, `${name}-${round + WARM_UP}`);
        const decision = { requestId, digest: "bench", note: "Measuring how long a decision takes." };
        const startedAt = performance.now();
        await rejectRequest(
          { db, now: () => new Date(), enqueue: async () => {} },
          people.approver,
          decision,
        );
        if (round >= 0) times[name].push(performance.now() - startedAt);
      }
    }
    return [0.5, 0.95].map((share) => {
      const [a, b] = [quantile(times.durable, share), quantile(times.lazy, share)];
      const [low, high] = ratioInterval(times.durable, times.lazy, share);
      return {
        what: `a decision that lasts when Postgres is killed, p${share * 100} (n = ${ROUNDS})`,
        measured: milliseconds(a),
        control: `synchronous_commit=off ${milliseconds(b)}`,
        result: `${(a / b).toFixed(2)}x (95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`,
        goal: "said, not sought",
        isMet: null,
      };
    });
  } finally {
    await Promise.all([durable.$disconnect(), lazy.$disconnect()]);
  }
}

/** A planned request that waits for a decision; no worker has to do with it. */
async function askedFor(db: BenchDatabase, people: People, name: string): Promise<string> {
  const { id } = await db.request.create({
    data: {
      kind: "CREATE",
      status: "PENDING_APPROVAL",
      digest: "bench",
      reason: "bench",
      region: "ap-northeast-2",
      stage: "dev",
      blueprint: "ticketing",
      blueprintVersion: "1",
      spec: {},
      environmentName: `bench-${name}`,
      idempotencyKey: `bench-${name}-${Date.now()}`,
      teamId: people.teamId,
      cloudAccountId: people.cloudAccountId,
      requesterId: people.requester.userId,
    },
  });
  return id;
}
type BenchDatabase = ReturnType<typeof createDatabase>;
