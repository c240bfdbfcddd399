import { createCallerFactory, loadActor, loadSessionActor, startSession } from "@greenroom/identity";
import { createIdentityRouter } from "@greenroom/identity/router";
import type { Actor } from "@greenroom/identity/schema";
import { createDatabase } from "@greenroom/prisma";
import type { BenchStack } from "./bench-stack";
import { type Finding, milliseconds, quantile, ratioInterval } from "./statistics";

const ROUNDS = 500;
const WARM_UP = 50;
const PERSON = { issuer: "demo", subject: "rina" };

/**
 * A tRPC call in this process whose actor is read with the session's record, and by person alone; taken in
 * turns.
 */
export async function measureSession({ databaseUrl }: BenchStack): Promise<Finding[]> {
  const db = createDatabase(databaseUrl, 2);
  const deps = { db, now: () => new Date() };
  try {
    const session = await startSession(deps, PERSON);
    if (!session) throw new Error("The demo people are missing: the stack was not seeded.");
    const callerOf = (load: () => Promise<Actor | null>) =>
      createCallerFactory(createIdentityRouter(deps))({
        loadActor: load,
        log: { info() {}, error() {} } as never,
      });
    const callers = {
      withRecord: callerOf(() => loadSessionActor(deps, session.id)),
      withoutRecord: callerOf(() => loadActor(deps, PERSON)),
    };
    const times = { withRecord: [] as number[], withoutRecord: [] as number[] };
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const name of ["withRecord", "withoutRecord"] as const) {
        const startedAt = performance.now();
        await callers[name].me();
        if (round >= 0) times[name].push(performance.now() - startedAt);
      }
    }
    return [0.5, 0.95].map((share) => {
      const [a, b] = [quantile(times.withRecord, share), quantile(times.withoutRecord, share)];
      const [low, high] = ratioInterval(times.withRecord, times.withoutRecord, share);
      return {
        what: `a call with its session's record, p${share * 100} (n = ${ROUNDS})`,
        measured: milliseconds(a),
        control: `without the record ${milliseconds(b)}`,
        result: `${(a / b).toFixed(2)}x (95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`,
        goal: "≤ 1.2x",
        isMet: a / b <= 1.2,
      };
    });
  } finally {
    await db.$disconnect();
  }
}
