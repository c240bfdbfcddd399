import { readFileSync } from "node:fs";
import path from "node:path";
import { createPriceBook } from "@greenroom/pricing";
import { describe, expect, it } from "vitest";
import { findQuery } from "./find-query";
import { priceFileText, readPriceFiles } from "./price-files";
import { WANTED, wantedRows } from "./wanted-rows";

const BOOK = path.join(import.meta.dirname, "../../packages/pricing/src/prices");
const SEOUL = "ap-northeast-2";

describe("the price book's rows", () => {
  const files = readPriceFiles(BOOK);
  const rows = files.flatMap(({ service, rows: own }) => own.map((row) => ({ service, ...row })));

  it("that are wanted are asked for by exact usage types, by the names that models use", () => {
    const book = createPriceBook(files.map(({ service, rows: own }) => ({ service, rows: own })));
    const wanted = wantedRows([]);
    expect(wanted.length).toBeGreaterThan(50);
    const unknown = wanted.filter(
      (row) => "reason" in findQuery(row) || !files.some(({ service }) => service === row.service),
    );
    expect(unknown).toEqual([]);
    const strange = Object.entries(WANTED).flatMap(([service, charges]) =>
      Object.entries(charges).filter(
        ([sku, unit]) =>
          !book.rows.some((row) => row.service === service && row.sku === sku && row.unit === unit),
      ),
    );
    expect(strange).toEqual([]);
  });

  it("are written as they are read", () => {
    for (const file of files) expect(priceFileText(file), file.file).toBe(readFileSync(file.file, "utf8"));
  });

  it("are asked for by exact usage types, or say why they are not", () => {
    const asked = rows
      .filter((row) => row.service !== "AmazonEC2Spot")
      .map((row) => ({ row, query: findQuery(row) }));
    const known = asked.flatMap(({ row, query }) => ("reason" in query ? [] : [{ row, query }]));
    for (const { row, query } of known) {
      expect(query.usagetypes.length, row.sku).toBeGreaterThan(0);
      for (const usagetype of query.usagetypes) expect(usagetype, row.sku).toMatch(/^[A-Za-z0-9][\w:.-]+$/);
    }
    // No two rows are the same price of the same product; the book has two spellings of some of CloudFront's.
    const keys = known
      .filter(({ row }) => row.service !== "AmazonCloudFront")
      .map(({ query }) => JSON.stringify(query));
    expect(new Set(keys).size).toBe(keys.length);
    expect(known.length).toBeGreaterThan(800);
  });

  it.each([
    [
      "AmazonEC2",
      "m7g.large Linux on-demand",
      "us-east-1",
      ["BoxUsage:m7g.large", "USE1-BoxUsage:m7g.large"],
    ],
    ["AmazonVPC", "NAT gateway hour", "ap-northeast-1", ["APN1-NatGateway-Hours"]],
    ["AWSKMS", "customer managed key", SEOUL, ["ap-northeast-2-KMS-Keys"]],
    ["AWSWAF", "web ACL (CLOUDFRONT scope)", "global", ["Global-WebACLV2"]],
    [
      "AmazonCloudFront",
      "Japan: Data transfer out to internet (next 40TB)",
      "global",
      ["JP-DataTransfer-Out-Bytes"],
    ],
  ])("%s %s in %s", (service, sku, region, usagetypes) => {
    expect(findQuery({ service, sku, region, unit: "hour" })).toMatchObject({ usagetypes });
  });
});
