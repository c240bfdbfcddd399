import { notGiven, unknown } from "@greenroom/template";
import { describe, expect, it } from "vitest";
import { resolveDynamic } from "./dynamic-references";
import { createPropertyReader } from "./properties";

describe("a property reader", () => {
  const reader = createPropertyReader({
    Size: "20",
    Version: 1.34,
    Nothing: "",
    Later: unknown("P"),
    On: "yes",
  });

  it("takes numbers as text and text as numbers", () => {
    expect(reader.number("Size")).toBe(20);
    expect(reader.text("Version")).toBe("1.34");
    expect(reader.number("Nothing")).toBeUndefined();
  });

  it("does not take a reference for a text, nor a number below 0 for a quantity", () => {
    const stored = { "/size": "20" };
    const odd = createPropertyReader(
      resolveDynamic(
        {
          Type: "{{resolve:ssm:/type}}",
          Size: "{{resolve:ssm:/size:3}}",
          Less: "-5",
          Both: "a{{resolve:secretsmanager:x}}",
        },
        stored,
      ),
    );
    expect([odd.text("Type"), odd.has("Type"), odd.number("Less")]).toEqual([undefined, true, undefined]);
    expect([odd.number("Size"), odd.text("Both")]).toEqual([20, undefined]);
    expect(odd.value("Type")).toEqual(notGiven("{{resolve:ssm:/type}}"));
  });

  it.each([true, "true", "True", "yes", "on"])("takes %s for true", (value) => {
    expect(createPropertyReader({ MultiAZ: value }).flag("MultiAZ")).toBe(true);
  });

  it.each([false, "false", "no", "", 1, null])("takes %s for false", (value) => {
    expect(createPropertyReader({ MultiAZ: value }).flag("MultiAZ")).toBe(false);
  });

  it("tells what only deployment knows from what is absent", () => {
    expect([reader.text("Later"), reader.has("Later"), reader.has("Gone")]).toEqual([undefined, true, false]);
  });
});
