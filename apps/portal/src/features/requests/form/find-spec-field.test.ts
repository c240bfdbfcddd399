import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { describe, expect, it } from "vitest";
import { findSpecField } from "./find-spec-field";

describe.each(BLUEPRINTS.map((model) => ({ id: model.id, model })))("fields of $id", ({ model }) => {
  it("are each found by their own name, with a name to show in both languages", () => {
    for (const { path } of model.sections.flatMap(({ fields }) => fields)) {
      const found = findSpecField(model, `spec.${path}`);
      expect(found?.name, path).toBe(`spec.${path}`);
      expect(found?.label.en, path).toBeTruthy();
      expect(found?.label.ko, path).toBeTruthy();
    }
  });

  it("are found for a part of them, and nothing is found for what is no field", () => {
    const path = model.sections[0]!.fields[0]!.path;
    expect(findSpecField(model, `spec.${path}.0`)?.name).toBe(`spec.${path}`);
    expect(findSpecField(model, `spec.${path}more`)).toBeNull();
    expect(findSpecField(model, "name")).toBeNull();
  });
});
