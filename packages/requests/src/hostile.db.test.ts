import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, type World } from "./testing/fixture";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it.each(["\0", "\ud800", '\'; DROP TABLE "Run"; --', "%_\\", "__proto__", "\u202egnp.exe", "x".repeat(65)])(
  "answers %j in any field with a refusal or a result, never with a fault",
  async (text) => {
    const attempts = [
      () => world.as("pat").get({ requestId: text }),
      () => world.as("pat").list({ cursor: text }),
      () => world.as("pat").list({ environmentId: text }),
      () =>
        world.as("pat").check({ ...world.createInput(), teamId: text, cloudAccountId: text, reason: text }),
      () => world.as("pat").check({ ...world.createInput(), [text]: text, spec: { [text]: text } }),
      () => world.as("pat").check({ kind: "DESTROY", environmentId: text, typedName: text }),
      () => world.as("rina").submit(world.createInput({ reason: `reason ${text}` })),
      () => world.as("rina").submit(world.createInput({ idempotencyKey: `12345678${text}` })),
      () => world.as("marco").approve({ requestId: text, digest: text, note: text }),
      () => world.as("rina").withdraw({ requestId: text, reason: `abc${text}` }),
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
