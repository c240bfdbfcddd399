import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createDatabase } from "@greenroom/prisma";
import { migrate } from "@greenroom/prisma/migrate";
import { expect, it } from "vitest";
import { type PostgresServer, startPostgres } from "../../../scripts/postgres.mjs";
import { createFixture } from "../testing/fixture";

const REQUESTS = 12;
/**
 * So that some are acknowledged, some are on their way, and some have not been asked for when the server
 * dies.
 */
const ACKNOWLEDGED_BEFORE_THE_KILL = 6;

/** Ends the server and all its children at once, without a word. */
function kill(server: PostgresServer): Promise<string> {
  process.kill(-(server.pid ?? 0), "SIGKILL");
  return server.exited;
}

it("finds every approval and rejection that was answered before Postgres was killed", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-acknowledged-"));
  const dataDir = path.join(folder, "postgres");
  let server = await startPostgres({ dataDir });
  try {
    await migrate(server.url, undefined, { applicationUrl: server.applicationUrl });
    const prisma = createDatabase(server.applicationUrl);
    const fixture = await createFixture({
      url: server.applicationUrl,
      ownerUrl: server.url,
      prisma,
      close: () => prisma.$disconnect(),
    });
    const asked = [];
    for (let index = 0; index < REQUESTS; index++)
      asked.push(await fixture.submitAndPlan(fixture.createInput()));

    const answered: { requestId: string; decision: string }[] = [];
    let death: Promise<string> | undefined;
    await Promise.allSettled(
      asked.map(async ({ requestId, digest }, index) => {
        const isApproved = index % 3 > 0;
        const marco = fixture.as("marco");
        await (isApproved
          ? marco.approve({ requestId, digest })
          : marco.reject({ requestId, digest, note: "Not this season." }));
        // What settles later than the kill may be answered or not; only what was answered by then counts.
        if (death) return;
        answered.push({ requestId, decision: isApproved ? "APPROVED" : "REJECTED" });
        if (answered.length === ACKNOWLEDGED_BEFORE_THE_KILL) death = kill(server);
      }),
    );
    await death;
    await prisma.$disconnect();

    server = await startPostgres({ dataDir });
    const after = createDatabase(server.url, 1);
    const decisions = await after.approval.findMany({ select: { requestId: true, decision: true } });
    const trail = await after.auditEvent.findMany({ where: { action: { startsWith: "request." } } });
    await after.$disconnect();
    expect(answered).toHaveLength(ACKNOWLEDGED_BEFORE_THE_KILL);
    expect(decisions).toEqual(expect.arrayContaining(answered));
    for (const { requestId, decision } of answered) {
      const action = decision === "APPROVED" ? "request.approved" : "request.rejected";
      expect(trail).toContainEqual(expect.objectContaining({ subjectId: requestId, action }));
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
