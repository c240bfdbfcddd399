import { request } from "node:http";
import { CreateStackCommand } from "@aws-sdk/client-cloudformation";
import fc from "fast-check";
import { expect, it, describe as suite } from "vitest";
import { settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";

const { client, control, url } = await openSandbox();
const TemplateBody = JSON.stringify({ Resources: { Q: { Type: "AWS::SQS::Queue" } } });
await client.send(new CreateStackCommand({ StackName: "kept", TemplateBody }));
await settled(client, "kept");

/** What the fetch standard lets a page send to another origin without asking first. */
const SIMPLE_CONTENT = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];
const ACTIONS = ["DeleteStack", "CreateStack", "DescribeStacks", "AssumeRole"];

function send(options: { path: string; headers: Record<string, string>; body: string; method?: string }) {
  return new Promise<{ status?: number; headers: object }>((resolve, reject) => {
    const { path, headers, method = "POST" } = options;
    const asked = request(url + path, { method, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve({ status: answer.statusCode, headers: answer.headers }));
    });
    asked.on("error", reject).end(options.body);
  });
}

const stacks = async () => {
  const answer = await control("state", undefined, "GET");
  return ((await answer.json()) as { stacks: { status: string }[] }).stacks.map(({ status }) => status);
};

suite("a web page", () => {
  it("can neither control the sandbox nor act in its accounts", async () => {
    const fromPage = fc.record({
      path: fc.constantFrom(
        "/_sandbox/reset",
        "/_sandbox/tamper",
        "/_sandbox/faults",
        "/",
        "/?Action=DeleteStack",
      ),
      type: fc.option(fc.constantFrom(...SIMPLE_CONTENT), { nil: undefined }),
      // A browser sends Origin, or at the least Sec-Fetch-Site, or is too old for both: then the content type
      // tells.
      origin: fc.constantFrom("https://evil.example", "null", "http://localhost:3000", undefined),
      site: fc.constantFrom("cross-site", "same-site", undefined),
      action: fc.constantFrom(...ACTIONS),
    });
    await fc.assert(
      fc.asyncProperty(fromPage, async ({ path, type, origin, site, action }) => {
        const headers = {
          ...(type && { "content-type": type }),
          ...(origin && { origin }),
          ...(site && { "sec-fetch-site": site }),
        };
        const body = path.startsWith("/_sandbox/")
          ? JSON.stringify({ stackName: "kept", logicalId: "Q", delete: true })
          : `Action=${action}&StackName=kept&Version=2010-05-15`;
        const { status } = await send({ path, headers, body });
        expect([403, 415]).toContain(status);
        expect(await stacks()).toEqual(["CREATE_COMPLETE"]);
      }),
      { numRuns: 200 },
    );
  });

  it("is not invited by an answer to its preflight", async () => {
    const { status, headers } = await send({
      path: "/_sandbox/reset",
      method: "OPTIONS",
      headers: { origin: "https://evil.example", "access-control-request-method": "DELETE" },
      body: "",
    });
    expect(status).toBe(403);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it.each([
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example:80",
    "[::1].evil.example",
    "0.0.0.0",
  ])("reaches nothing as %s", async (host) => {
    const headers = { host, "content-type": "application/json" };
    expect((await send({ path: "/_sandbox/reset", headers, body: "{}" })).status).toBe(403);
    expect(await stacks()).toEqual(["CREATE_COMPLETE"]);
  });
});

suite("a program", () => {
  it("controls with JSON, and is told so otherwise", async () => {
    const plain = await fetch(`${url}/_sandbox/reset`, { method: "POST" });
    expect(plain.status).toBe(415);
    expect(await plain.json()).toEqual({ error: "The Content-Type is none; send application/json." });
    expect((await control("throttle", { calls: 1, action: "DeleteStack" })).status).toBe(200);
    expect((await control("throttle", undefined, "DELETE")).status).toBe(200);
  });

  it("without a signature gets AWS's answer", async () => {
    const answer = await fetch(url, {
      method: "POST",
      body: new URLSearchParams({ Action: "DescribeStacks" }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("<Code>MissingAuthenticationToken</Code>");
  });
});
