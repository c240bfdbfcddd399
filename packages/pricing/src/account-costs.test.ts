import { verbatim } from "@greenroom/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOT_SOURCED } from "../testing/cases";
import {
  type AccountCharge,
  type AccountEnvironment,
  type AccountFigures,
  walkAccounts,
} from "./account-costs";
import { accountQuantities } from "./account-quantities";
import { readCharges } from "./charges";
import { estimateTemplates } from "./estimate-templates";
import { FREE_TIERS } from "./free-tiers";
import { PRICE_ALIASES } from "./price-aliases";
import { defaultPriceBook, type PriceBook } from "./price-book";
import { Decimal } from "./ranges";
import type { UsageValue } from "./usage";

const NOW = new Date("2026-10-15T00:00:00Z");
const SEOUL = "ap-northeast-2";
const book = defaultPriceBook();

/** One of each type whose price has tiers or a free tier, and a NAT gateway, whose price has neither. */
const RESOURCES = {
  Vpc: { Type: "AWS::EC2::VPC" },
  Nat: { Type: "AWS::EC2::NatGateway" },
  Queue: { Type: "AWS::SQS::Queue" },
  Fifo: { Type: "AWS::SQS::Queue", Properties: { FifoQueue: true } },
  Intel: { Type: "AWS::Lambda::Function", Properties: { MemorySize: 1024 } },
  Arm: { Type: "AWS::Lambda::Function", Properties: { MemorySize: 1024, Architectures: ["arm64"] } },
  Topic: { Type: "AWS::SNS::Topic" },
  Table: { Type: "AWS::DynamoDB::Table", Properties: { BillingMode: "PAY_PER_REQUEST" } },
  Logs: { Type: "AWS::Logs::LogGroup" },
  Alarm: { Type: "AWS::CloudWatch::Alarm" },
  Key: { Type: "AWS::KMS::Key" },
  Site: { Type: "AWS::CloudFront::Distribution", Properties: { DistributionConfig: {} } },
};
type ResourceId = keyof typeof RESOURCES;

const REQUESTS = { monthly_requests: 1e8 };
const FIGURES: Partial<Record<ResourceId, Record<string, number>>> = {
  Vpc: { monthly_outbound_internet_gb: 400_000 },
  Nat: { monthly_data_processed_gb: 10_000 },
  Queue: REQUESTS,
  Fifo: REQUESTS,
  Intel: { ...REQUESTS, request_duration_ms: 1000 },
  Arm: { ...REQUESTS, request_duration_ms: 1000 },
  Topic: REQUESTS,
  Table: { monthly_write_request_units: 1e8, storage_gb: 500 },
  Logs: { monthly_data_ingested_gb: 100, storage_gb: 100 },
  Key: { monthly_requests: 1e6 },
  Site: {
    "monthly_data_transfer_to_internet_gb.us": 200_000,
    "monthly_data_transfer_to_internet_gb.asia_pacific": 20_000,
    "monthly_https_requests.asia_pacific": 1e8,
  },
};

interface Drawn {
  id: string;
  accountId: string;
  region: string;
  ids: ResourceId[];
  /** 0 to 1 of each figure. */
  use: number;
}

const exact = (value: number): UsageValue => ({
  low: value,
  expected: value,
  high: value,
  assumption: verbatim("drawn"),
});

function optionsOf({ region, ids, use }: Drawn) {
  return {
    stacks: [
      {
        key: "s",
        region,
        template: { Resources: Object.fromEntries(ids.map((id) => [id, RESOURCES[id]])) },
      },
    ],
    usage: {
      s: Object.fromEntries(
        ids.map((id) => [
          id,
          Object.fromEntries(
            Object.entries(FIGURES[id] ?? {}).map(([key, most]) => [key, exact(most * use)]),
          ),
        ]),
      ),
    },
    now: NOW,
  };
}

const environmentOf = (drawn: Drawn): AccountEnvironment => ({
  id: drawn.id,
  accountId: drawn.accountId,
  quantities: accountQuantities(readCharges(optionsOf(drawn))),
});
const walk = (drawn: readonly Drawn[], prices = book) => walkAccounts(drawn.map(environmentOf), prices);

const environments: fc.Arbitrary<Drawn[]> = fc
  .array(
    fc.record({
      accountId: fc.constantFrom("111122223333", "444455556666"),
      region: fc.constantFrom(SEOUL, "us-east-1"),
      ids: fc.subarray(Object.keys(RESOURCES) as ResourceId[], { minLength: 1 }),
      use: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) => drawn.map((one, index) => ({ ...one, id: `environment-${index}` })));

const FIGURE_KEYS = ["estimatedUsd", "beforeFreeTierUsd", "afterUsd"] as const;
const total = (figures: readonly AccountFigures[], key: (typeof FIGURE_KEYS)[number]) =>
  figures.reduce((sum, figure) => sum.plus(figure[key]), new Decimal(0));
const told = (charges: readonly AccountCharge[]) => JSON.stringify(charges);
const one = (ids: ResourceId[], change: Partial<Drawn> = {}): Drawn => ({
  id: "a",
  accountId: "1",
  region: SEOUL,
  ids,
  use: 1,
  ...change,
});

describe("laws of accounts", () => {
  it("what is given back to the environments sums to each charge, to the last digit", () => {
    fc.assert(
      fc.property(environments, (drawn) => {
        for (const charge of walk(drawn)) {
          for (const key of FIGURE_KEYS) expect(total(charge.shares, key).eq(charge[key])).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("starts from the estimates: their sum is what the charges begin with", () => {
    fc.assert(
      fc.property(environments, (drawn) => {
        const estimates = drawn.map(
          (each) => estimateTemplates({ ...optionsOf(each), book }).monthlyUsd.expected,
        );
        const sum = estimates.reduce((so, usd) => so.plus(usd), new Decimal(0));
        expect(total(walk(drawn), "estimatedUsd").toFixed(20)).toBe(sum.toFixed(20));
      }),
      { numRuns: 30 },
    );
  });

  it("0 ≤ after ≤ before free tiers ≤ the estimates where every tier has a price, for each environment", () => {
    fc.assert(
      fc.property(environments, (drawn) => {
        for (const charge of walk(drawn)) {
          const { estimatedUsd, beforeFreeTierUsd, afterUsd } = charge;
          expect(afterUsd.gte(0) && afterUsd.lte(beforeFreeTierUsd)).toBe(true);
          // Prices of these fall from tier to tier, so that sharing the tiers saves.
          expect(beforeFreeTierUsd.minus(estimatedUsd).lt("1e-12")).toBe(true);
          for (const share of charge.shares) expect(share.afterUsd.gte(0)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("the order of environments does not matter", () => {
    fc.assert(
      fc.property(environments, (drawn) => {
        expect(told(walk([...drawn].reverse()))).toBe(told(walk(drawn)));
      }),
      { numRuns: 30 },
    );
  });

  it("more usage never costs an account less", () => {
    fc.assert(
      fc.property(environments, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (drawn, pick, more) => {
        const index = pick % drawn.length;
        const grown = drawn.map((each, at) => (at === index ? { ...each, use: each.use + more } : each));
        expect(total(walk(grown), "afterUsd").gte(total(walk(drawn), "afterUsd"))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("is continuous: a thousandth of a percent more of everything costs a thousandth of a percent more at most", () => {
    fc.assert(
      fc.property(environments, (drawn) => {
        const scaled = (factor: string) =>
          walkAccounts(
            drawn.map(environmentOf).map((each) => ({
              ...each,
              quantities: each.quantities.map((quantity) => ({
                ...quantity,
                unitsByTier: quantity.unitsByTier.map((units) => units.times(factor)),
              })),
            })),
            book,
          );
        const [now, then] = [scaled("1"), scaled("1.00001")];
        const rise = total(then, "afterUsd").minus(total(now, "afterUsd"));
        // Whoever has just used up a free tier pays the list price for the rest, so the bound is that before
        // free tiers.
        expect(rise.lte(total(now, "beforeFreeTierUsd").times("0.00001").plus("1e-12"))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe("an account", () => {
  const find = (charges: readonly AccountCharge[], name: string) =>
    charges.find((charge) => charge.name === name) as AccountCharge;

  it("walks the tiers of data out once: two environments of 8,000 GB are 16,000 GB, not twice the first tier", () => {
    const use = 8000 / 400_000;
    const both = [one(["Vpc"], { use }), one(["Vpc"], { use, id: "b" })];
    const charge = find(walk(both), "Outbound data transfer to Internet");
    // Estimates: 16,000 x 0.126. Together: 10,240 x 0.126 + 5,760 x 0.122. Free: 100 x 0.126.
    expect(charge.estimatedUsd.toString()).toBe("2016");
    expect(charge.beforeFreeTierUsd.toString()).toBe("1992.96");
    expect(charge.afterUsd.toString()).toBe("1980.36");
    expect(charge.shares.map(({ afterUsd }) => afterUsd.toString())).toEqual(["990.18", "990.18"]);
  });

  it("shares SQS's million between standard and FIFO by quantity", () => {
    // 3M standard at 0.40 and 1M FIFO at 0.50: three quarters of the free million are standard requests.
    const charges = walk([one(["Queue"], { use: 0.03 }), one(["Fifo"], { use: 0.01, id: "b" })]);
    expect(charges.map(({ freeUnits }) => freeUnits.toNumber()).sort()).toEqual([250_000, 750_000]);
    expect(total(charges, "beforeFreeTierUsd").toString()).toBe("1.7");
    expect(total(charges, "afterUsd").toString()).toBe("1.275");
  });

  it("shares Lambda's million over regions, and gives DynamoDB's 25 GB to each", () => {
    const regions = [
      one(["Intel", "Table"], { use: 0.1 }),
      one(["Intel", "Table"], { use: 0.1, id: "b", region: "us-east-1" }),
    ];
    const charges = walk(regions);
    const free = (name: string) =>
      charges.filter((charge) => charge.name === name).map(({ freeUnits }) => freeUnits.toNumber());
    expect(free("Requests")).toEqual([500_000, 500_000]);
    expect(free("Data storage")).toEqual([25, 25]);
  });

  it("keeps accounts apart", () => {
    const charges = walk([one(["Key"]), one(["Key"], { id: "b", accountId: "2" })]);
    const requests = charges.filter(({ name }) => name === "Requests");
    expect(requests.map(({ freeUnits }) => freeUnits.toNumber())).toEqual([20_000, 20_000]);
  });

  it("counts in no figure what lies in a tier without a price, and says how much it is", () => {
    // 70 x 10^8 requests of 1 GB for 1 s reach the second tier, above 6 billion GB-seconds, only together.
    const many = Array.from({ length: 70 }, (_, index) => one(["Intel"], { id: `e${index}` }));
    const withoutSecond: PriceBook = {
      ...book,
      find: (service, sku, region) => (/tier 2$/.test(sku) ? null : book.find(service, sku, region)),
    };
    const charge = find(walk(many, withoutSecond), "Duration");
    expect(charge.unpricedUnits.toNumber()).toBe(1e9);
    expect(charge.beforeFreeTierUsd.toString()).toBe("100000.2");
  });
});

describe("the table of free tiers", () => {
  it("has each price in one row, with a source", () => {
    expect(new Set(FREE_TIERS.map(({ id }) => id)).size).toBe(FREE_TIERS.length);
    const known = new Set(
      book.rows.map(({ service, sku }) => `${service}: ${PRICE_ALIASES[service]?.[sku] ?? sku}`),
    );
    const names = FREE_TIERS.flatMap(({ service, skus: own }) => own.map((sku) => `${service}: ${sku}`));
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !known.has(name) && !NOT_SOURCED.has(name))).toEqual([]);
    for (const { source, units } of FREE_TIERS) {
      expect(source).toMatch(/https:|price list/);
      expect(units).toBeGreaterThan(0);
    }
  });
});
