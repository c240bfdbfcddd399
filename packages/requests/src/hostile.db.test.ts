import { afterAll, beforeAll, expect, it } from "vitest";
import { createFixture, type Fixture } from "../testing/fixture";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

it.each(["\0", "\ud800", '\'; DROP TABLE "Run"; --', "%_\\", "__proto__", "\u202egnp.exe", "x".repeat(65)])(
  "answers %j in any field with a refusal or a result, never with a fault",
  async (text) => {
    const attempts = [
      () => fixture.as("pat").get({ requestId: text }),
      () => fixture.as("pat").list({ cursor: text }),
      () => fixture.as("pat").list({ environmentId: text }),
      () =>
        fixture
          .as("pat")
          .check({ ...fixture.createInput(), teamId: text, cloudAccountId: text, reason: text }),
      () => fixture.as("pat").check({ ...fixture.createInput(), [text]: text, spec: { [text]: text } }),
      () => fixture.as("pat").check({ kind: "DESTROY", environmentId: text, typedName: text }),
      () => fixture.as("rina").submit(fixture.createInput({ reason: `reason ${text}` })),
      () => fixture.as("rina").submit(fixture.createInput({ idempotencyKey: `12345678${text}` })),
      () => fixture.as("marco").approve({ requestId: text, digest: text, note: text }),
      () => fixture.as("rina").withdraw({ requestId: text, reason: `abc${text}` }),
    ];
    for (const attempt of attempts) {
      const code = await attempt().then(
        () => "OK",
        (error) => error.code,
      );
      expect(code, String(attempt)).not.toBe("INTERNAL_SERVER_ERROR");
    }
  },
);
