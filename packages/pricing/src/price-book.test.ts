import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PRICE_ALIASES } from "./price-aliases";
import { createPriceBook, defaultPriceBook, unitSizeOf } from "./price-book";
import { priceFiles } from "./prices";

const SEOUL = "ap-northeast-2";

function file(service: string, ...rows: object[]) {
  return {
    service,
    rows: rows.map((row) => ({
      region: SEOUL,
      unit: "hour",
      usd: "1",
      source: "a",
      asOf: "2026-01-01",
      ...row,
    })),
  };
}

describe("the price book of the project", () => {
  const book = defaultPriceBook();

  it("holds every file of its folder, each row with a source, a date or an honest null, and a price", () => {
    const onDisk = readdirSync(new URL("./prices", import.meta.url)).filter((name) => name.endsWith(".json"));
    const index = readFileSync(new URL("./prices/index.ts", import.meta.url), "utf8");
    const forgotten = onDisk.filter((name) => !index.includes(`"./${name}"`));
    expect(forgotten, "give each an import and a line in prices/index.ts").toEqual([]);
    expect(priceFiles, "a line in prices/index.ts for each import").toHaveLength(onDisk.length);
    expect(book.rows.length).toBeGreaterThan(1000);
    expect(book.rows.filter(({ asOf }) => asOf === null).length).toBeLessThan(40);
  });

  it("covers the regions that environments are built in", () => {
    expect(book.regions).toEqual(["ap-northeast-1", SEOUL, "ap-southeast-1", "us-east-1"]);
  });

  it("keeps every spelling of a SKU but finds it by one name", () => {
    for (const region of book.regions) {
      expect(book.find("AmazonVPC", "public IPv4 address", region)?.usd.toString()).toBe("0.005");
    }
    const spellings = Object.entries(PRICE_ALIASES).flatMap(([service, aliases]) =>
      Object.keys(aliases).map((sku) => ({ service, sku })),
    );
    const unused = spellings.filter(
      ({ service, sku }) => !book.rows.some((row) => row.service === service && row.sku === sku),
    );
    expect(unused).toEqual([]);
  });

  it("has no two SKUs of a service that differ by capitals or a plural alone", () => {
    const names = [...new Set(book.rows.map(({ service, sku }) => `${service}: ${sku}`))];
    const plain = (name: string) => name.toLowerCase().replaceAll(/(?<!http)s\b/g, "");
    const known = new Map(names.map((name) => [plain(name), name]));
    const twice = names.filter((name) => known.get(plain(name)) !== name);
    expect(twice, "keep the row that was there first, and name its SKU in the model").toEqual([]);
  });

  it("does not price from a row that is not confirmed, and keeps the row", () => {
    const doubtful = createPriceBook([
      file("X", { sku: "a", unconfirmed: "a page without a region" }, { sku: "b" }),
    ]);
    expect(doubtful.find("X", "a", SEOUL)).toBeNull();
    expect(doubtful.find("X", "b", SEOUL)).not.toBeNull();
    expect(doubtful.rows).toHaveLength(2);
  });

  it("never takes another region's price", () => {
    expect(book.find("AmazonVPC", "VPN connection", "us-east-1")).not.toBeNull();
    expect(book.find("AmazonVPC", "VPN connection", "ap-southeast-1")).toBeNull();
  });
});

describe("createPriceBook", () => {
  it("refuses two prices for one key, also when they are spelled differently", () => {
    expect(() => createPriceBook([file("X", { sku: "a" }, { sku: "a" })])).toThrow('Two prices for X "a"');
    const addresses = file(
      "AmazonVPC",
      { sku: "public IPv4 address (in use)" },
      { sku: "public IPv4 address (in use or idle)" },
    );
    expect(() => createPriceBook([addresses])).toThrow("Two prices");
  });

  it.each([
    ["a negative price", { usd: "-1" }],
    ["a float", { usd: 1 }],
    ["a date that is none", { asOf: "2026-13-01" }],
    ["no source", { source: "" }],
    ["an unknown field", { price: "1" }],
  ])("refuses %s", (_what, row) => {
    expect(() => createPriceBook([file("X", { sku: "a", ...row })])).toThrow();
  });

  it.each([
    ["1M requests", 1_000_000],
    ["100k notifications", 100_000],
    ["10k calls", 10_000],
    ["1B samples", 1_000_000_000],
    ["GB-month", 1],
    ["hour", 1],
  ])("counts %s as %d base units", (unit, size) => {
    expect(unitSizeOf(unit).toNumber()).toBe(size);
  });
});
