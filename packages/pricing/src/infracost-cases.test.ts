import { describe, expect, it } from "vitest";
import { compareInfracostCase, type Verdict } from "../testing/compare-infracost-case";
import { readInfracostCases } from "../testing/infracost-cases";

describe("Infracost's golden cases", () => {
  const cases = readInfracostCases();
  const findings = cases.flatMap(compareInfracostCase);
  const of = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict);

  it("agree with ours in quantity, unit and cost, or differ on purpose", () => {
    const tested = new Set(findings.map((finding) => finding.case)).size;
    process.stdout.write(
      `Infracost: ${tested} of ${new Set(cases.map(({ address }) => address)).size} cases in scope; components: ` +
        `${of("agreed").length} agreed (${of("agreed").filter(({ isCosted }) => isCosted).length} of them in cost as well), ` +
        `${of("on purpose").length} different on purpose, ${of("wrong").length} wrong\n`,
    );
    for (const { verdict, case: address, component, detail } of [...of("on purpose"), ...of("wrong")]) {
      process.stdout.write(`  ${verdict}: ${address} "${component}": ${detail}\n`);
    }
    expect(of("wrong")).toEqual([]);
  });

  it("are compared at all where they are there", () => {
    expect(cases.length === 0 || of("agreed").length > 300).toBe(true);
  });
});
