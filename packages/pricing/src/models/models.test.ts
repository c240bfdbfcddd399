import { say } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { NOT_SOURCED } from "../../testing/cases";
import { drawDrafts } from "../../testing/draw-drafts";
import { COVERED_REGIONS, coverageOf } from "../../testing/price-coverage";
import { UNITS } from "../../testing/price-units";
import type { ComponentDraft } from "../cost-model";
import { PRICE_ALIASES } from "../price-aliases";
import { defaultPriceBook } from "../price-book";
import { componentMessage, unitMessage } from "../schema";
import { COST_MODELS } from ".";
import { FREE_TYPE_NAMES } from "./free-types";

const drawn = [...COST_MODELS.values()].map((model) => ({ type: model.type, forms: drawDrafts(model) }));
const drafts: ComponentDraft[] = drawn.flatMap(({ forms }) => forms.flat());

describe("the models", () => {
  it("are no types that are free as well", () => {
    expect([...COST_MODELS.keys()].filter((type) => FREE_TYPE_NAMES.has(type))).toEqual([]);
  });

  it("cover the common types, with prices", () => {
    const priced = (regions: readonly string[]) =>
      [...COST_MODELS.keys()].filter((type) =>
        regions.some((region) => coverageOf(type, region).priced === "wholly"),
      );
    const inRegions = COVERED_REGIONS.map((region) => `${region} ${priced([region]).length}`).join(", ");
    process.stdout.write(
      `Price models: ${COST_MODELS.size} types, ${priced(COVERED_REGIONS).length} of them priced wholly (${inRegions}); named free: ${FREE_TYPE_NAMES.size}\n`,
    );
    expect(priced(COVERED_REGIONS).length).toBeGreaterThanOrEqual(70);
    expect(priced(["us-east-1"]).length).toBeGreaterThanOrEqual(70);
    expect(FREE_TYPE_NAMES.size).toBeGreaterThanOrEqual(150);
  });
});

describe("the components of models", () => {
  it("are there in some form, and named once each in every form", () => {
    const silent = drawn.filter(({ forms }) => forms.flat().length === 0).map(({ type }) => type);
    const doubled = drawn.flatMap(({ type, forms }) =>
      forms
        .map((form) => form.map(({ name }) => name))
        .filter((names) => new Set(names).size < names.length)
        .map((names) => ({ type, names })),
    );
    expect({ silent, doubled }).toEqual({ silent: [], doubled: [] });
  });

  it("have texts in both languages; the English one is the name", () => {
    const names = [...new Set(drafts.map(({ name }) => name))];
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => componentMessage(name).key === "verbatim")).toEqual([]);
    expect(names.map((name) => say("en", componentMessage(name)))).toEqual(names);
    const units = [...new Set(drafts.map(({ unit }) => unit))];
    expect(units.map((unit) => say("en", unitMessage(unit)))).toEqual(units);
  });

  it.each([
    [
      "Global table (us-east-1): Replicated write request unit (rWRU)",
      "글로벌 테이블(us-east-1): 복제 쓰기 요청 단위(rWRU)",
    ],
    ["Duration (next 9B)", "실행 시간(다음 9B)"],
    ["Volume 2: Storage (general purpose SSD, gp3)", "볼륨 2: 스토리지(범용 SSD, gp3)"],
    ["Not priced: DedicatedLogVolume", "가격 미반영: DedicatedLogVolume"],
    ["EC2 - Other", "EC2 - Other"],
  ])("%s reads as %s in Korean", (name, korean) => {
    expect(say("ko", componentMessage(name))).toBe(korean);
  });

  it("count in whole base units of what they display", () => {
    expect(drafts.filter(({ unitSize }) => unitSize < 1).map(({ name }) => name)).toEqual([]);
  });
});

describe("the prices that models ask for", () => {
  const rows = defaultPriceBook().rows.map((row) => ({
    ...row,
    key: `${row.service}: ${PRICE_ALIASES[row.service]?.[row.sku] ?? row.sku}`,
  }));
  const priced = drafts.flatMap(({ price, alternatives = [], unit, name }) =>
    [...(price ? [price] : []), ...alternatives].map((key) => ({
      key: `${key.service}: ${key.sku}`,
      unit,
      name,
    })),
  );

  it("are in the book for some region, or are known to be missing", () => {
    const inBook = new Set(rows.map(({ key }) => key));
    const missing = new Set(priced.map(({ key }) => key).filter((key) => !inBook.has(key)));
    expect([...missing].sort()).toEqual([...NOT_SOURCED].sort());
  });

  it("are per unit of what the component counts", () => {
    const asked = new Map(priced.map((one) => [`${one.key} ${one.unit}`, one]));
    const wrong = [...asked.values()].flatMap(({ key, unit, name }) =>
      rows
        .filter((row) => row.key === key && !UNITS[unit]?.test(row.unit))
        .map((row) => `${name}: ${unit} / ${row.unit}`),
    );
    expect(wrong).toEqual([]);
  });

  it("of spot instances are never above the on-demand price", () => {
    const book = defaultPriceBook();
    const spot = rows.filter(({ service }) => service === "AmazonEC2Spot");
    const dearer = spot.filter(({ sku, region, usd }) => {
      const onDemand = book.find("AmazonEC2", sku.replace("spot average (indicative)", "on-demand"), region);
      return !onDemand || onDemand.usd.lt(usd);
    });
    expect(spot.length).toBeGreaterThan(100);
    expect(dearer).toEqual([]);
  });
});
