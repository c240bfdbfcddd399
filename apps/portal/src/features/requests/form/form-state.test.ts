import { getBlueprint, readPath } from "@greenroom/infra-templates/catalog";
import type { FormContext } from "@greenroom/requests/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeBasics,
  isChanged,
  networkPath,
  readLifetime,
  resetField,
  type SpecForm,
  setField,
  specOf,
  startForm,
} from "./form-state";

const model = getBlueprint("ticketing");
const context: FormContext = {
  teams: [{ id: "team", slug: "box", name: "Box", costCentre: "1" }],
  accounts: [
    {
      id: "a",
      accountId: "111122223333",
      name: "dev",
      regions: ["ap-northeast-2", "us-east-1"],
      testPassed: null,
    },
    { id: "b", accountId: "444455556666", name: "prod", regions: ["us-east-1"], testPassed: null },
  ],
  suggestedCidrs: { a: "10.7.0.0/16", b: "10.9.0.0/16" },
  lifetimeLimitDays: { dev: 30, staging: 90, prod: null },
};
const start = startForm(model, context, "key-12345678");
const FLOW_LOGS = "network.flowLogs";
const RETENTION = "network.flowLogRetentionDays";

describe("the account", () => {
  const opened = (...passed: (boolean | null)[]) => {
    const accounts = context.accounts.map((account, index) => ({
      ...account,
      testPassed: passed[index] ?? null,
    }));
    return startForm(model, { ...context, accounts }, "key-12345678").cloudAccountId;
  };

  it("is one whose last test passed, or else one that was not refused", () => {
    expect(opened(false, true)).toBe("b");
    expect(opened(null, true)).toBe("b");
    expect(opened(false, null)).toBe("b");
    expect(opened(false, false)).toBe("a");
  });
});

describe("the blueprint's fields", () => {
  it("begin as the preset says, with the account's free network", () => {
    expect(networkPath(model)).toBe("network.cidr");
    expect(readPath(specOf(start.spec), "network.cidr")).toBe("10.7.0.0/16");
    expect(model.specSchema.safeParse(specOf(start.spec)).success).toBe(true);
    expect(start.spec.changes).toEqual({});
  });

  it("are changed, and not changed any more at the preset's value", () => {
    const changed = setField(model, start.spec, "network.zones", 3);
    expect(isChanged(changed, "network.zones")).toBe(true);
    expect(readPath(specOf(changed), "network.zones")).toBe(3);
    expect(setField(model, changed, "network.zones", 2)).toEqual(start.spec);
    expect(resetField(model, changed, "network.zones")).toEqual(start.spec);
  });

  it("go back to the preset when a parent hides them", () => {
    const kept = setField(model, start.spec, RETENTION, 90);
    const hidden = setField(model, kept, FLOW_LOGS, false);
    expect(isChanged(hidden, RETENTION)).toBe(false);
    const shownAgain = setField(model, hidden, FLOW_LOGS, true);
    expect(readPath(specOf(shownAgain), RETENTION)).toBe(readPath(start.spec.base, RETENTION));
  });

  it("come back to the preset whatever was set, once every field is reset", () => {
    const paths = model.sections.flatMap((section) => section.fields.map((field) => field.path));
    const edit = fc.record({
      path: fc.constantFrom(...paths),
      value: fc.oneof(fc.integer(), fc.boolean(), fc.string(), fc.constant(undefined)),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        const edited = edits.reduce<SpecForm>(
          (form, { path, value }) => setField(model, form, path, value),
          start.spec,
        );
        const reset = paths.reduce<SpecForm>((form, path) => resetField(model, form, path), edited);
        expect(reset).toEqual(start.spec);
      }),
    );
  });
});

describe("what stands above them", () => {
  it("takes a preset and a lifetime that fit another stage", () => {
    const prod = changeBasics(model, context, start, { stage: "prod" });
    expect(prod.presetKey).toBe("prod");
    expect(prod.lifetimeDays).toBe("");
    expect(readPath(specOf(prod.spec), "network.nat")).toBe("per-zone");
    expect(changeBasics(model, context, prod, { stage: "dev" }).lifetimeDays).toBe("14");
  });

  it("takes a region and a network of another account", () => {
    const other = changeBasics(model, context, start, { cloudAccountId: "b" });
    expect(other.region).toBe("us-east-1");
    expect(readPath(specOf(other.spec), "network.cidr")).toBe("10.9.0.0/16");
  });

  it("keeps a network typed by hand, and drops other changes, with another preset", () => {
    const typed = setField(
      model,
      setField(model, start.spec, "network.cidr", "10.77.0.0/16"),
      "network.zones",
      3,
    );
    const next = changeBasics(model, context, { ...start, spec: typed }, { presetKey: "loadtest" });
    expect(readPath(specOf(next.spec), "network.cidr")).toBe("10.77.0.0/16");
    expect(readPath(specOf(next.spec), "network.zones")).toBe(2);
  });

  it("leaves the fields alone when only words change", () => {
    expect(changeBasics(model, context, start, { name: "onsale", reason: "why" }).spec).toBe(start.spec);
  });
});

describe("readLifetime", () => {
  it.each([
    ["", null],
    [" 14 ", 14],
    ["1.5", 1.5],
    ["soon", "soon"],
  ])("reads %j as %j", (text, days) => {
    expect(readLifetime(text)).toBe(days);
  });
});
