import { bilingual, verbatim } from "@greenroom/messages";
import type { TemplateCheck } from "@greenroom/provisioning/schema";
import { describe, expect, it } from "vitest";
import { countFindings, groupFindings } from "./policy-groups";

const check = (overrides: Partial<TemplateCheck>): TemplateCheck => ({
  rule: "AwsSolutions-DDB3",
  engine: "cdk-nag",
  severity: "WARNING",
  stackKey: "data",
  logicalId: "TicketsTable",
  message: verbatim("no recovery"),
  remedy: verbatim("switch it on"),
  ...overrides,
});

describe("findings of a plan", () => {
  it("are told by stack in the plan's order, and once for resources of which a rule says the same", () => {
    const checks = [
      check({}),
      check({ logicalId: "OrdersTable" }),
      check({ logicalId: "OutboxTable", message: verbatim("something else") }),
      check({ stackKey: "network", logicalId: "Vpc" }),
      check({ stackKey: null, logicalId: null }),
      check({ severity: "ERROR" }),
    ];
    const groups = groupFindings(["network", "data"], checks, "WARNING");
    expect(groups.map(({ stackKey, findings }) => [stackKey, findings.map((f) => f.logicalIds)])).toEqual([
      [null, [[]]],
      ["network", [["Vpc"]]],
      ["data", [["TicketsTable", "OrdersTable"], ["OutboxTable"]]],
    ]);
  });

  it("are counted together with the rules that were looked at", () => {
    const passed = { severity: "PASSED", stackKey: null, logicalId: null, remedy: null } as const;
    const checks = [
      check({ ...passed, engine: undefined, rule: "template-size" }),
      check({ engine: undefined, rule: "dead-letters" }),
      check({ engine: undefined, rule: "dead-letters", logicalId: "OtherQueue" }),
      check({ severity: "SUPPRESSED", reason: bilingual({ en: "a", ko: "b" }) }),
      check({ ...passed, ruleCount: 40 }),
    ];
    expect(countFindings(checks)).toEqual({ rules: 42, errors: 0, warnings: 2, accepted: 1 });
  });
});
