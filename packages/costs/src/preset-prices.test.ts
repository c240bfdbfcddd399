import { existsSync, readFileSync } from "node:fs";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { defaultPriceBook } from "@greenroom/pricing";
import { describe, expect, it } from "vitest";
import { fullPlatform } from "../../../infra-templates/testing/full-platform";
import { estimateSpec } from "./queries/estimate-spec";

const NOW = new Date("2026-11-30T00:00:00Z");
const book = defaultPriceBook();

/** What the team looked for and could not find, with the reason. */
const NOT_FOUND = new URL("../../../../shared/data/prices-not-found.json", import.meta.url);
/** What that list calls them. */
const LISTED_AS: Readonly<Record<string, string>> = {
  "Backup: FSx for Lustre backup": "FSx for Lustre backup",
  "Backup: FSx for Windows backup": "FSx for Windows backup",
  "ElastiCache: Backup storage": "Backup storage beyond the free snapshot",
  "RDS: Performance Insights API": "Performance Insights API requests",
  "SNS: SMS notifications": "SMS notifications",
  "WAF: CAPTCHA attempts": "CAPTCHA attempts, CLOUDFRONT scope",
};

/** What a preset asks for in Seoul that has no price there, used or not: "ElastiCache: Backup storage". */
function unpricedIn(
  blueprint: string,
  spec: unknown,
  stage: (typeof BLUEPRINTS)[number]["presets"][number]["stages"][number],
) {
  const estimate = estimateSpec(
    { book, now: () => NOW },
    { blueprint, stage, region: "ap-northeast-2", spec: spec as Record<string, unknown> },
  );
  expect(estimate.notModelled).toEqual([]);
  const names = estimate.resources.flatMap(({ service, components }) =>
    components.filter(({ unitPriceUsd }) => unitPriceUsd === null).map(({ name }) => `${service}: ${name}`),
  );
  return [...new Set(names)].sort();
}

describe("the presets in Seoul", () => {
  const unpriced = [
    ...BLUEPRINTS.flatMap(({ id, presets }) =>
      presets.map(({ key, spec, stages }) => [`${id} ${key}`, unpricedIn(id, spec, stages[0]!)] as const),
    ),
    ["ticketing with every switch on", unpricedIn("ticketing", fullPlatform(), "prod")] as const,
  ];

  it.skipIf(!existsSync(NOT_FOUND))("lack nothing that is not on the list of what could not be found", () => {
    const listed = JSON.parse(readFileSync(NOT_FOUND, "utf8")) as { item?: string }[];
    const found = listed.flatMap(({ item }) => item ?? []).join("\n");
    const lacking = [...new Set(unpriced.flatMap(([, names]) => names))];
    expect(lacking.filter((name) => !found.includes(LISTED_AS[name] ?? name))).toEqual([]);
  });

  it("are priced but for what no source could price", () => {
    expect(Object.fromEntries(unpriced)).toMatchInlineSnapshot(`
      {
        "cache-lab burstable": [
          "SNS: SMS notifications",
        ],
        "cache-lab few-large": [
          "SNS: SMS notifications",
        ],
        "cache-lab production": [
          "SNS: SMS notifications",
        ],
        "cache-lab valkey": [
          "SNS: SMS notifications",
        ],
        "static-site dev": [],
        "static-site prod": [
          "WAF: CAPTCHA attempts",
        ],
        "ticketing dev": [
          "SNS: SMS notifications",
        ],
        "ticketing loadtest": [
          "SNS: SMS notifications",
          "WAF: CAPTCHA attempts",
        ],
        "ticketing prod": [
          "Backup: FSx for Lustre backup",
          "Backup: FSx for Windows backup",
          "ElastiCache: Backup storage",
          "SNS: SMS notifications",
          "WAF: CAPTCHA attempts",
        ],
        "ticketing staging": [
          "SNS: SMS notifications",
          "WAF: CAPTCHA attempts",
        ],
        "ticketing with every switch on": [
          "Backup: FSx for Lustre backup",
          "Backup: FSx for Windows backup",
          "ElastiCache: Backup storage",
          "RDS: Performance Insights API",
          "SNS: SMS notifications",
          "WAF: CAPTCHA attempts",
        ],
      }
    `);
  });
});
