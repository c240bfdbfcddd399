import { unknown } from "@greenroom/template";
import { describe, expect, it } from "vitest";
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
    const odd = createPropertyReader({ Type: "{{resolve:ssm:/type}}", Size: "-5" });
    expect([odd.text("Type"), odd.has("Type"), odd.number("Size")]).toEqual([undefined, true, undefined]);
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
