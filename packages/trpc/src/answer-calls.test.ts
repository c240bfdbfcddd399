import type { Message } from "@greenroom/messages";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createCallHandler, createProcedures, tracked } from "./index";
import { MAX_BATCH, MAX_BODY_BYTES, MAX_DEPTH, MAX_STREAMS, MAX_VALUES, RATES } from "./limits";

interface Actor {
  id: string;
}
const { router, signedInProcedure } = createProcedures<Actor>();
const named = z.strictObject({ name: z.string().max(300_000) });
const calls = router({
  read: signedInProcedure.input(named).query(({ input }) => input.name.length),
  now: signedInProcedure.query(() => new Date(0)),
  heavy: signedInProcedure.meta({ work: 50 }).query(() => "heavy"),
  act: signedInProcedure.input(named).mutation(({ input }) => input.name),
  slow: signedInProcedure.mutation(async ({ ctx }) => {
    under.set(ctx.actor.id, (under.get(ctx.actor.id) ?? 0) + 1);
    most = Math.max(most, under.get(ctx.actor.id) ?? 0);
    await new Promise((resolve) => setImmediate(resolve));
    under.set(ctx.actor.id, (under.get(ctx.actor.id) ?? 0) - 1);
  }),
  watch: signedInProcedure.subscription(async function* ({ signal }) {
    yield tracked("1", "first");
    await new Promise((resolve) => signal?.addEventListener("abort", resolve));
  }),
});

let clock = 0;
const under = new Map<string, number>();
let most = 0;
const lines: unknown[] = [];
const faults: unknown[] = [];
const log = {
  info: (line: unknown) => lines.push(line),
  error: (line: unknown) => faults.push(line),
} as never;
afterEach(() => {
  lines.length = 0;
  faults.length = 0;
});

/** The portal's handler; whoever names nobody is a visitor. */
function handler() {
  let caller: Actor | null = null;
  const answer = createCallHandler<Actor>({
    endpoint: "/trpc",
    router: () => calls,
    createContext: async () => ({ loadActor: async () => caller, log }),
    idOf: ({ id }) => id,
    retryAfterSeconds: 5,
    now: () => clock,
  });
  return (request: Request, who: string | null = "rina") => {
    caller = who === null ? null : { id: who };
    return answer(request);
  };
}
const get = (path: string, input?: string) =>
  new Request(`http://x/trpc/${path}${input === undefined ? "" : `?input=${encodeURIComponent(input)}`}`);
const post = (path: string, body: BodyInit, type = "application/json") =>
  new Request(`http://x/trpc/${path}`, {
    method: "POST",
    body,
    headers: { "content-type": type },
    duplex: "half",
  } as RequestInit);
async function outcome(response: Response) {
  const body = (await response.json()) as {
    result?: { data: { json: unknown } };
    error?: { json: { message: string; data: { message: Message; appCode: string } } };
  };
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    key: body.error?.json.data.message.key,
    code: body.error?.json.data.appCode,
    message: body.error?.json.message,
    data: body.result?.data.json,
  };
}

const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const HOSTILE: [what: string, body: string, key: string | null][] = [
  ["no JSON", "{bad", "input.malformed"],
  ["nothing", "", "input.malformed"],
  ["a bigint literal", '{"name":1n}', "input.malformed"],
  ["a number beyond all numbers", '{"name":1e999}', "input.number"],
  ["an integer that is not exact", '{"name":9007199254740993}', "input.number"],
  ["a number of 100,000 digits", `{"name":${"9".repeat(100_000)}}`, "input.number"],
  ["lists 100,000 deep", deep(100_000), "input.tooDeep"],
  ["objects just too deep", `${'{"a":'.repeat(MAX_DEPTH + 1)}1${"}".repeat(MAX_DEPTH + 1)}`, "input.tooDeep"],
  ["too many values", JSON.stringify({ name: Array(MAX_VALUES + 1).fill(0) }), "input.tooMany"],
  ["a key twice", '{"name":"a","name":"b"}', "input.sameKeyTwice"],
  ["a key twice in two spellings", '{"name":"a","n\\u0061me":"b"}', "input.sameKeyTwice"],
  ["a prototype", '{"__proto__":{"isAdmin":true},"name":"a"}', "input.unknown"],
  ["a prototype in escapes", '{"\\u005f_proto__":{"isAdmin":true},"name":"a"}', "input.unknown"],
  ["half of a character", '{"name":"\\ud800"}', "input.notUnicode"],
  [
    "a typed array of 40,000,000 elements",
    '{"json":{"0":1},"meta":{"values":[["typed-array","Float64Array"]]}}',
    "input.notPlain",
  ],
  [
    "a value that refers to itself",
    '{"json":{"name":"a"},"meta":{"referentialEqualities":[["name"]]}}',
    "input.notPlain",
  ],
  ["a bigint by metadata", '{"json":{"name":"1"},"meta":{"values":{"name":["bigint"]}}}', "input.notPlain"],
  ["a number in place of text", '{"name":{"not":""}}', "fieldInvalid"],
  ["no object", "[]", null],
];

describe("what a signed-in person sends", () => {
  it.each(HOSTILE)(
    "%s is refused with a message and one line in the log, by POST and by GET",
    async (_, body, key) => {
      for (const request of [post("act", body), ...(body ? [get("read", body)] : [])]) {
        lines.length = 0;
        const got = await outcome(await handler()(request));
        expect(got).toMatchObject({ status: 400, code: "INVALID_INPUT", ...(key && { key }) });
        expect(got.message?.length).toBeLessThan(300);
        expect(lines).toHaveLength(1);
      }
      expect(faults).toEqual([]);
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    },
  );

  it("is refused when larger than the limit, by its word or as soon as more has come", async () => {
    const large = JSON.stringify({ name: "x".repeat(MAX_BODY_BYTES) });
    expect(await outcome(await handler()(post("act", large)))).toMatchObject({
      status: 400,
      key: "input.tooLarge",
    });
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    expect(await outcome(await handler()(post("act", endless)))).toMatchObject({
      status: 400,
      key: "input.tooLarge",
    });
    expect(sent).toBeLessThan(2 * MAX_BODY_BYTES);
  });

  it.each([
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
  ])("is refused as %s", async (type) => {
    expect(await outcome(await handler()(post("act", '{"name":"a"}', type)))).toMatchObject({
      status: 400,
      key: "input.notJson",
    });
  });

  it.each(["%zz", "act%", "nowhere", "__proto__", "constructor", "toString", "a,b,c", "read/../act", ""])(
    "to the path %j is answered 4xx",
    async (path) => {
      for (const request of [post(path, "{}"), post(`${path}?batch=1`, "{}"), get(path)]) {
        const response = await handler()(request);
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.status).toBeLessThan(500);
      }
      expect(faults).toEqual([]);
    },
  );

  it("comes through as it is, alone or as an older page wraps it, and dates come back as dates", async () => {
    const answer = handler();
    expect((await outcome(await answer(post("act", '{"name":"a"}')))).data).toBe("a");
    expect((await outcome(await answer(post("act", '{"json":{"name":"a"}}')))).data).toBe("a");
    expect((await outcome(await answer(get("read", '{"name":"abc"}')))).data).toBe(3);
    const now = await (await answer(get("now"))).json();
    expect(now).toMatchObject({
      result: { data: { json: "1970-01-01T00:00:00.000Z", meta: { values: ["Date"] } } },
    });
  });

  it("is any JSON of ours, whatever is in its texts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (name) => {
        expect((await outcome(await handler()(post("act", JSON.stringify({ name }))))).data).toBe(name);
      }),
    );
  });
});

describe("how much at once", () => {
  const batch = (path: string, count: number) =>
    new Request(`http://x/trpc/${Array(count).fill(path).join(",")}?batch=1&input=%7B%7D`);

  it("is so many calls, and so much work, of one batch", async () => {
    expect((await handler()(batch("now", MAX_BATCH))).status).toBe(200);
    expect(await outcome(await handler()(batch("now", MAX_BATCH + 1)))).toMatchObject({
      status: 400,
      key: "input.batch",
    });
    const commands = (count: number) => post(`${Array(count).fill("act").join(",")}?batch=1`, "{}");
    expect((await handler()(commands(4))).status).toBe(400);
    expect(await outcome(await handler()(commands(5)))).toMatchObject({ key: "input.batchWork" });
    expect(await outcome(await handler()(batch("heavy", 2)))).toMatchObject({
      status: 400,
      key: "input.batchWork",
    });
  });

  it("is limited in a row for each person, with the time to try again", async () => {
    const answer = handler();
    for (let count = 0; count < RATES.commands.burst; count++)
      expect((await answer(post("act", '{"name":"a"}'))).status).toBe(200);
    const refused = await outcome(await answer(post("act", '{"name":"a"}')));
    expect(refused).toMatchObject({ status: 429, code: "RATE_LIMITED", key: "tooFast", retryAfter: "1" });
    expect((await answer(post("act", '{"name":"a"}'), "marco")).status).toBe(200);
    clock += 1_000;
    expect((await answer(post("act", '{"name":"a"}'))).status).toBe(200);
    expect((await answer(get("now"))).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 7 }, () => answer(get("heavy"))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });

  it("is one command of a person after another, whatever becomes of each", async () => {
    const answer = handler();
    const answers = Array.from({ length: 10 }, (_, index) => answer(post(index % 3 ? "slow" : "act", "{}")));
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: 10 }, (_, index) => (index % 3 ? 200 : 400)));
    expect(most).toBe(1);
  });

  it("is six streams of a person; the place of one that ended is free again", async () => {
    const answer = handler();
    const open: Response[] = [];
    for (let count = 0; count < MAX_STREAMS; count++) open.push(await answer(get("watch")));
    expect(open.map(({ status }) => status)).toEqual(Array(MAX_STREAMS).fill(200));
    expect(await outcome(await answer(get("watch")))).toMatchObject({
      status: 429,
      key: "tooManyStreams",
      retryAfter: "5",
    });
    const others = await answer(get("watch"), "marco");
    expect(others.status).toBe(200);
    await open[0]!.body!.cancel();
    const next = await answer(get("watch"));
    expect(next.status).toBe(200);
    const leaving = new AbortController();
    await open[1]!.body!.cancel();
    const aborted = await answer(new Request("http://x/trpc/watch", { signal: leaving.signal }));
    expect(aborted.status).toBe(200);
    leaving.abort();
    const last = await answer(get("watch"));
    expect(last.status).toBe(200);
    for (const response of [...open.slice(2), next, last, others]) await response.body!.cancel();
  });
});

describe("a visitor", () => {
  it("is refused before anything of the body is read", async () => {
    let reads = 0;
    const body = new ReadableStream({ pull: () => void reads++ }, { highWaterMark: 0 });
    for (const path of ["act", "act,act?batch=1", "nowhere"]) {
      const request = path === "act" ? post(path, body) : post(path, "{bad");
      expect(await outcome(await handler()(request, null))).toMatchObject({
        status: 401,
        code: "UNAUTHENTICATED",
      });
    }
    expect(reads).toBe(0);
    expect(faults).toEqual([]);
  });
});
