import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createPriceList, createSpotPrices } from "@greenroom/cloud/price-list";
import { createPriceBook } from "@greenroom/pricing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type ListedProduct,
  type PriceApi,
  startPriceApi,
} from "../../packages/cloud/testing/start-price-api";
import { UsageError } from "../command-line";
import { type RefreshCommand, readCommand } from "./options";
import { readPriceFiles, writePriceFiles } from "./price-files";
import { runRefresh } from "./run-refresh";

const BOOK = path.join(import.meta.dirname, "../../packages/pricing/src/prices");
const NOW = new Date("2026-11-23T00:00:00Z");
const CREDENTIALS = { accessKeyId: "AKIATEST", secretAccessKey: "test" };
const SEOUL = "ap-northeast-2";

let api: PriceApi;
let folder: string;
beforeAll(async () => {
  api = await startPriceApi();
});
afterAll(() => api.close());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "greenroom-prices-"));
  cpSync(BOOK, folder, { recursive: true });
  Object.assign(api, { products: [], spot: [], throttled: 0, refusal: null, calls: 0 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const options = { endpoint: api.endpoint, credentials: CREDENTIALS };
  const [list, spot] = [createPriceList(options), createSpotPrices(options)];
  try {
    const command = readCommand(args) as RefreshCommand;
    return await runRefresh(command, { list, spot, now: NOW, folder, environments: [] });
  } finally {
    list.close();
    spot.close();
  }
}

/** Rows of a service in Seoul as the copied book has them now. */
function rowsOf(service: string) {
  const file = readPriceFiles(folder).find((one) => one.service === service);
  return Object.fromEntries(
    (file?.rows ?? []).filter(({ region }) => region === SEOUL).map((row) => [row.sku, row]),
  );
}

/** Takes a row out of the copied book. */
function forget(service: string, sku: string, region: string): void {
  const files = readPriceFiles(folder).filter((file) => file.service === service);
  const rest = (row: { sku: string; region: string }) => row.sku !== sku || row.region !== region;
  writePriceFiles(files.map((file) => ({ ...file, rows: file.rows.filter(rest) })));
}

/** The two charges of EKS, the first at a given price. */
function eks(usd: string, more: Partial<ListedProduct> = {}): ListedProduct[] {
  const cluster = (sku: string, ending: string, price: string): ListedProduct => ({
    serviceCode: "AmazonEKS",
    sku,
    attributes: { usagetype: `APN2-AmazonEKS-Hours:${ending}`, regionCode: SEOUL },
    tiers: { "0": ["Hours", price] },
  });
  return [
    { ...cluster("SKUCLUSTER", "perCluster", usd), ...more },
    cluster("SKUEXT", "extendedSupport", "0.5"),
  ];
}
const EKS = ["--service", "AmazonEKS", "--region", SEOUL];

describe("npm run prices:refresh", () => {
  it("shows what changed and what it does to a template, and writes only when accepted", async () => {
    api.products = eks("0.1100000000");
    const template = path.join(folder, "cluster.template");
    writeFileSync(
      template,
      '{"Resources":{"C":{"Type":"AWS::EKS::Cluster","Properties":{"Version":"1.36"}}}}',
    );
    const shown = await run(...EKS, "--template", template);
    expect(shown.output).toContain(
      "AmazonEKS ap-northeast-2 cluster standard support: 0.1 -> 0.11 (+10 %), 2026-11-23, AWS Price List Query API: AmazonEKS APN2-AmazonEKS-Hours:perCluster, SKU SKUCLUSTER",
    );
    expect(shown.output).toContain("Unchanged, with a new date: 1");
    expect(shown.output).toContain("cluster.template: $73.00 -> $80.30 (+10 %)");
    expect(shown.output).toContain("Nothing is written.");
    expect(shown.exitCode).toBe(0);
    expect(rowsOf("AmazonEKS")["cluster standard support"]?.usd).toBe("0.1");

    const accepted = await run(...EKS, "--accept");
    expect(accepted.output).toContain("Written: amazon-eks.json.");
    expect(rowsOf("AmazonEKS")["cluster standard support"]).toMatchObject({
      usd: "0.11",
      asOf: "2026-11-23",
    });
    const files = readPriceFiles(folder).map(({ service, rows }) => ({ service, rows }));
    expect(createPriceBook(files).find("AmazonEKS", "cluster standard support", SEOUL)?.usd.toFixed()).toBe(
      "0.11",
    );
    expect((await run(...EKS, "--accept")).output).toContain("all is as it was");
  });

  it("refuses to choose between two products, names both and leaves the row", async () => {
    const [cluster] = eks("0.1") as [ListedProduct];
    api.products = [...eks("0.1"), { ...cluster, sku: "SKUTWO", tiers: { "0": ["Hours", "0.09"] } }];
    const { output, exitCode } = await run(...EKS, "--accept");
    expect(output).toMatch(
      /cluster standard support: 2 products fit: SKUCLUSTER \(APN2-AmazonEKS-Hours:perCluster, 0\.1 Hours\); SKUTWO/,
    );
    expect(exitCode).toBe(2);
    expect(rowsOf("AmazonEKS")["cluster standard support"]?.asOf).not.toBe("2026-11-23");
  });

  it("says when there is none, when the unit is another, and when only the case of the usage type fits", async () => {
    expect((await run(...EKS)).output).toContain("no product of AmazonEKS has the usage type");
    api.products = eks("0.1", { tiers: { "0": ["Fortnights", "0.1"] } });
    expect((await run(...EKS)).output).toContain('its unit is "Fortnights", not hrs or hours or hour');
    api.products = eks("0.1", {
      attributes: { usagetype: "apn2-amazoneks-hours:percluster", regionCode: SEOUL },
    });
    expect((await run(...EKS)).output).toContain("cluster standard support: no product of AmazonEKS");
  });

  it("sorts tiers by where they begin, and takes the one of the row", async () => {
    api.products = [
      {
        serviceCode: "AWSDataTransfer",
        sku: "SKUOUT",
        attributes: { usagetype: "APN2-DataTransfer-Out-Bytes", transferType: "AWS Outbound" },
        tiers: {
          "0": ["GB", "0.126"],
          "10240": ["GB", "0.122"],
          "51200": ["GB", "0.117"],
          "153600": ["GB", "0.108"],
        },
      },
    ];
    await run("--service", "AWSDataTransfer", "--region", SEOUL, "--accept");
    const rows = rowsOf("AWSDataTransfer");
    expect(
      ["first 10 TB", "next 40 TB", "next 100 TB", "over 150 TB"].map(
        (tier) => rows[`out to internet, ${tier}`]?.usd,
      ),
    ).toEqual(["0.126", "0.122", "0.117", "0.108"]);
  });

  it("takes the tier that costs something, and prices a million as a million", async () => {
    api.products = [
      {
        serviceCode: "AWSQueueService",
        sku: "SKUQ",
        attributes: { usagetype: "APN2-Requests-Tier1", regionCode: SEOUL },
        tiers: { "1000000": ["Requests", "0.0000004100"], "0": ["Requests", "0.0000000000"] },
      },
    ];
    await run("--service", "AmazonSQS", "--region", SEOUL, "--accept");
    expect(rowsOf("AmazonSQS")["standard requests (after 1M free)"]).toMatchObject({
      usd: "0.41",
      unit: "1M requests",
    });
  });

  it("reads reserved nodes, and spreads what is paid upfront", async () => {
    const type = "cache.m7g.xlarge";
    api.products = ["Redis", "Valkey"].map((cacheEngine) => ({
      serviceCode: "AmazonElastiCache",
      sku: `SKU${cacheEngine}`,
      attributes: { usagetype: `APN2-NodeUsage:${type}`, regionCode: SEOUL, instanceType: type, cacheEngine },
      tiers: { "0": ["Hrs", "0.385"] },
      reserved: { "1yr": { hourly: ["Hrs", "0.2"], upfront: "876" }, "3yr": { hourly: ["Hrs", "0.15"] } },
    }));
    await run("--service", "AmazonElastiCache", "--region", SEOUL, "--accept");
    const rows = rowsOf("AmazonElastiCache");
    // 0.2 + 876 / 8,760
    expect(rows[`${type} Redis node RI 1yr no upfront`]?.usd).toBe("0.3");
    expect(rows[`${type} Redis node RI 3yr no upfront`]?.usd).toBe("0.15");
  });

  it("reads every page and tries again when it is throttled", async () => {
    const [cluster] = eks("0.1") as [ListedProduct];
    api.products = ["A", "B", "C", "D", "E"].map((sku) => ({ ...cluster, sku }));
    api.throttled = 2;
    const { output } = await run(...EKS);
    expect(output).toContain("5 products fit");
    expect(output).toMatch(/A \(.*B \(.*C \(.*D \(.*E \(/);
    // Three pages, one call without a product, two throttled ones.
    expect(api.calls).toBe(6);
  });

  it("averages spot prices by how long each held, zone by zone", async () => {
    const type = "m7g.large";
    api.spot = [
      // Before the period: it is in force when the period begins, and holds for 10 of 20 days.
      { type, zone: "a", at: "2026-10-01T00:00:00.000Z", usd: "0.0400" },
      { type, zone: "a", at: "2026-11-13T00:00:00.000Z", usd: "0.0200" },
      { type, zone: "b", at: "2026-10-01T00:00:00.000Z", usd: "0.0500" },
    ];
    api.throttled = 1;
    await run("--service", "AmazonEC2Spot", "--region", SEOUL, "--spot-days", "20", "--accept");
    expect(rowsOf("AmazonEC2Spot")[`${type} Linux spot average (indicative)`]).toMatchObject({
      usd: "0.04",
      asOf: "2026-11-23",
      note: "20 days: 0.02 to 0.05; averages a 0.03, b 0.05",
    });
  });

  it("asks for a charge that the book has no row for, and adds what it finds in the book's order", async () => {
    const tokyo = "ap-northeast-1";
    forget("AWSStepFunctions", "standard state transitions", tokyo);
    api.products = [
      {
        serviceCode: "AmazonStates",
        sku: "SKUSTATES",
        attributes: { usagetype: "APN1-StateTransition", regionCode: tokyo },
        tiers: { "0": ["StateTransitions", "0.0000250000"] },
      },
    ];
    const args = ["--service", "AWSStepFunctions", "--region", tokyo];
    const shown = await run(...args);
    expect(shown.output).toContain(
      "AWSStepFunctions ap-northeast-1 standard state transitions: 0.025, 2026-11-23, AWS Price List Query API: AmazonStates APN1-StateTransition, SKU SKUSTATES",
    );
    expect(await run(...args, "--accept")).toMatchObject({
      output: expect.stringContaining("Written: aws-step-functions.json."),
    });
    const file = readPriceFiles(folder).find(({ service }) => service === "AWSStepFunctions");
    expect(file?.rows[0]).toEqual({
      sku: "standard state transitions",
      region: tokyo,
      unit: "1k transitions",
      usd: "0.025",
      source: "AWS Price List Query API: AmazonStates APN1-StateTransition, SKU SKUSTATES",
      asOf: "2026-11-23",
    });
    expect((await run(...args)).output).not.toContain("New (1)");
  });

  it("tells what is wanted and has no price, which is no failure", async () => {
    forget("AWSStepFunctions", "standard state transitions", "ap-northeast-1");
    const { output, exitCode } = await run("--service", "AWSStepFunctions", "--region", "ap-northeast-1");
    expect(output).toContain(
      "Wanted and without a price (1):\n  AWSStepFunctions ap-northeast-1 standard state transitions: no product of AmazonStates has the usage type APN1-StateTransition",
    );
    expect(exitCode).toBe(0);
  });

  it("says what is needed when AWS lets nobody in", async () => {
    api.refusal = "UnrecognizedClientException";
    const refused = await run(...EKS).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as Error).message).toMatch(/no AWS credentials that work[\s\S]*pricing:GetProducts/);
    api.refusal = "AccessDeniedException";
    await expect(run(...EKS)).rejects.toThrow(/AWS refused GetProducts[\s\S]*pricing:GetProducts/);
  });

  it.each([
    [["--service", "AmazonNothing"], /no service of the price book/],
    [["--region", "mars-1"], /no such rows of "mars-1"/],
    [["--spot-days", "0"], /1 to 90/],
    [["--surprise"], /surprise/],
    [["--template", "nowhere.json"], /no file nowhere.json/],
  ])("says what is wrong with %j", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });
});
