import { loadActor } from "@greenroom/identity";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFixture, type Fixture, PEOPLE } from "../testing/fixture";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const person = fc.constantFrom(...PEOPLE);
const act = fc.oneof(
  fc.record({ does: fc.constantFrom("approve", "reject", "withdraw", "plan"), who: person }),
  fc.record({
    does: fc.constant("promote" as const),
    who: person,
    role: fc.constantFrom("VIEWER", "REQUESTER", "APPROVER", "PLATFORM_ENGINEER"),
  }),
);

/** Reaches a decision, whatever the generated sequences do. */
const PLANNED_AND_APPROVED = [
  { does: "plan" as const, who: "rina" as const },
  { does: "approve" as const, who: "marco" as const },
];

/**
 * Whatever people do in whatever order, with roles changing in between, nobody decides on their own request.
 */
it("holds four eyes over any sequence of acts", async () => {
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(person, fc.array(act, { minLength: 2, maxLength: 8 }), async (requester, acts) => {
      const fresh = async (subject: (typeof PEOPLE)[number]) =>
        (await loadActor({ db: fixture.db }, { issuer: "demo", subject }))!;
      const teamId = (await fresh(requester)).memberships[0]!.teamId;
      await fixture.db.membership.updateMany({
        where: { userId: fixture.people[requester].userId },
        data: { role: "APPROVER" },
      });
      const { id: requestId } = await fixture
        .as(await fresh(requester))
        .submit(fixture.createInput({ teamId, stage: "prod" }));
      for (const step of acts) {
        const actor = await fresh(step.who);
        const { digest } = await fixture.db.request.findUniqueOrThrow({ where: { id: requestId } });
        const input = { requestId, digest: digest ?? "", note: "a note" };
        const caller = fixture.as(actor);
        if (step.does === "promote") {
          await fixture.db.membership.updateMany({
            where: { userId: actor.userId },
            data: { role: step.role },
          });
        } else if (step.does === "plan") await fixture.plan(requestId).catch(() => {});
        else if (step.does === "withdraw")
          await caller.withdraw({ requestId, reason: "why not" }).catch(() => {});
        else await caller[step.does](input).catch(() => {});
      }
      const approvals = await fixture.db.approval.findMany({ where: { requestId } });
      expect(approvals.length).toBeLessThanOrEqual(1);
      for (const { approverId } of approvals) expect(approverId).not.toBe(fixture.people[requester].userId);
      const runs = await fixture.db.run.count({ where: { requestId, kind: "APPLY" } });
      expect(runs).toBe(approvals.filter(({ decision }) => decision === "APPROVED").length);
      decided += approvals.length;
    }),
    { numRuns: 20, examples: [["rina", PLANNED_AND_APPROVED]] },
  );
  // The sequences must reach decisions, or they would prove nothing.
  expect(decided).toBeGreaterThan(0);
});
