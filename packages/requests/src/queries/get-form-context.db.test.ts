import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture } from "../../testing/fixture";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

describe("formContext", () => {
  it("offers the teams one may ask for, accounts with a free network, and the limits", async () => {
    const context = await fixture.as("rina").formContext();
    expect(context.teams.map(({ slug }) => slug)).toEqual(["box-office"]);
    expect(context.lifetimeLimitDays).toEqual({ dev: 30, staging: 90, prod: null });
    for (const account of context.accounts) {
      const spec = fixture.specWith(context.suggestedCidrs[account.id]!);
      expect(
        await fixture.as("rina").check(fixture.createInput({ cloudAccountId: account.id, spec })),
      ).toEqual([]);
    }
    expect((await fixture.as("vera").formContext()).teams).toEqual([]);
    expect((await fixture.as("pat").formContext()).teams).toHaveLength(3);
  });
});
