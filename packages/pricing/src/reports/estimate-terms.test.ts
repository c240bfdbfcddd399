import { describe, expect, it } from "vitest";
import { estimateTemplates } from "../estimate-templates";
import { toEstimateHtml } from "./estimate-html";
import { toEstimateTable } from "./estimate-table";
import { priceAgeText } from "./estimate-terms";
import { toInfracostJson } from "./infracost-json";

const NOW = new Date("2026-11-30T00:00:00Z");
const price = (Resources: object) =>
  estimateTemplates({ stacks: [{ key: "s", region: "us-east-1", template: { Resources } }], now: NOW });

describe("how old the money of a report is", () => {
  // 730 hours at 0.05 of 2024-07-01, and an address of 730 hours at 0.005 of this year: 10 parts of 11 are
  // old.
  const estimate = price({ Vpn: { Type: "AWS::EC2::VPNConnection" }, Address: { Type: "AWS::EC2::EIP" } });
  const sentence = "91 % of this figure rests on prices older than 180 days, oldest 2024-07.";

  it("is said in text, HTML and JSON, with the prices", () => {
    expect(toEstimateTable(estimate)).toContain(sentence);
    expect(toEstimateTable(estimate)).toMatch(
      /Prices older than 180 days:\n +36\.50 +2024-07-01 +VPC: VPN connection/,
    );
    const page = toEstimateHtml(estimate);
    expect(page).toContain(sentence);
    expect(page).toContain("<details><summary>Prices older than 180 days: 1</summary>");
    expect(toInfracostJson(estimate, { now: NOW, command: "estimate" }).priceAge).toMatchObject({
      oldPercent: 91,
      oldest: "2024-07-01",
      oldPrices: [{ name: "VPN connection", monthlyUsd: "36.5" }],
    });
  });

  it("is nothing where nothing is priced, and says so where nothing is old", () => {
    expect(priceAgeText(price({ Topic: { Type: "AWS::SNS::TopicPolicy" } }))).toBeNull();
    expect(priceAgeText(price({ Address: { Type: "AWS::EC2::EIP" } }))).toMatch(/^All of this figure/);
  });
});
