import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCostExplorer } from "./create-cost-explorer";

type Reply = { status?: number; body: object };
interface Call {
  target: unknown;
  body: Record<string, unknown>;
}

let server: Server;
let endpoint: string;
let replies: Reply[];
let calls: Call[];

/** Speaks Cost Explorer's protocol: JSON 1.1 over POST, the operation in a header. */
beforeEach(async () => {
  replies = [];
  calls = [];
  server = createServer(async (request, response) => {
    calls.push({
      target: request.headers["x-amz-target"],
      body: JSON.parse(await readBody(request)) as Record<string, unknown>,
    });
    const { status = 200, body } = replies.shift() ?? { body: { ResultsByTime: [] } };
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const entered: string[] = [];
const ACCOUNT = { accountId: "111122223333", regions: ["ap-northeast-2"], roleArn: null, externalId: "x" };
async function list(url = endpoint, account = ACCOUNT) {
  const explorer = createCostExplorer({
    endpoint: url,
    sessions: {
      keysFor: ({ accountId, region }) => {
        entered.push(`${accountId} ${region}`);
        return async () => ({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not-a-secret" });
      },
      close: () => {},
    },
  });
  try {
    return await explorer.listDailyCosts(account, { firstDay: "2026-02-27", lastDay: "2026-02-28" });
  } finally {
    explorer.close();
  }
}

const group = (name: string, service: string, amount: string, unit = "USD") => ({
  Keys: [`greenroom:environment$${name}`, service],
  Metrics: { UnblendedCost: { Amount: amount, Unit: unit } },
});
const day = (start: string, groups: object[], estimated = false) => ({
  TimePeriod: { Start: start, End: "2026-03-01" },
  Total: {},
  Groups: groups,
  Estimated: estimated,
});

describe("createCostExplorer", () => {
  it("asks the account itself, at the endpoint of its partition, and no other", async () => {
    entered.length = 0;
    await list();
    await list(endpoint, { ...ACCOUNT, accountId: "444455556666", regions: ["cn-north-1"] });
    expect(entered).toEqual(["111122223333 us-east-1", "444455556666 cn-northwest-1"]);
    const gov = list(endpoint, { ...ACCOUNT, regions: ["us-gov-west-1"] });
    await expect(gov).rejects.toMatchObject({ code: "CLOUD_REFUSED" });
  });

  it("asks for the days by tag and service, and reads all pages", async () => {
    replies = [
      {
        body: {
          NextPageToken: "page-2",
          ResultsByTime: [
            day("2026-02-27", [
              group("spring", "Amazon DynamoDB", "1.0000000001"),
              group("", "Amazon EKS", "7"),
            ]),
            day("2026-02-28", [group("spring", "Amazon DynamoDB", "2")], true),
          ],
        },
      },
      { body: { ResultsByTime: [day("2026-02-28", [group("autumn", "EC2 - Other", "-0.5")], true)] } },
    ];
    expect(await list()).toEqual({
      costs: [
        { day: "2026-02-27", environmentName: "spring", service: "Amazon DynamoDB", usd: "1.0000000001" },
        { day: "2026-02-28", environmentName: "spring", service: "Amazon DynamoDB", usd: "2" },
        { day: "2026-02-28", environmentName: "autumn", service: "EC2 - Other", usd: "-0.5" },
      ],
      estimatedDays: ["2026-02-28"],
    });
    expect(calls.map(({ target }) => target)).toEqual(
      Array(2).fill("AWSInsightsIndexService.GetCostAndUsage"),
    );
    expect(calls.map(({ body }) => body.NextPageToken)).toEqual([undefined, "page-2"]);
    expect(calls[0]?.body).toMatchObject({
      TimePeriod: { Start: "2026-02-27", End: "2026-03-01" },
      Granularity: "DAILY",
      Metrics: ["UnblendedCost"],
      GroupBy: [
        { Type: "TAG", Key: "greenroom:environment" },
        { Type: "DIMENSION", Key: "SERVICE" },
      ],
    });
  });

  it("tries again when AWS answers too many requests", async () => {
    replies = [
      { status: 400, body: { __type: "LimitExceededException", message: "Rate exceeded" } },
      { body: { ResultsByTime: [day("2026-02-27", [group("spring", "Amazon EKS", "3")])] } },
    ];
    expect((await list()).costs).toHaveLength(1);
  });

  it.each([
    ["DataUnavailableException", "CLOUD_UNAVAILABLE"],
    ["AccessDeniedException", "CLOUD_REFUSED"],
  ])("says what %s means", async (name, code) => {
    replies = [{ status: 400, body: { __type: name, message: "AWS's own words" } }];
    await expect(list()).rejects.toMatchObject({
      code,
      message: expect.stringContaining("AWS's own words"),
    });
  });

  it("refuses a bill in another currency, and an answer it cannot read", async () => {
    replies = [{ body: { ResultsByTime: [day("2026-02-27", [group("spring", "Amazon EKS", "3", "CNY")])] } }];
    await expect(list()).rejects.toMatchObject({
      code: "CLOUD_REFUSED",
      message: expect.stringContaining("CNY"),
    });
    replies = [{ body: { ResultsByTime: [{ TimePeriod: { Start: "yesterday" } }] } }];
    await expect(list()).rejects.toMatchObject({ code: "CLOUD_UNAVAILABLE" });
  });
});
