import type { BlueprintModel } from "@greenroom/infra-templates/catalog";

type LocalText = BlueprintModel["title"];

/**
 * What a setting is called in the form ("spec.network.cidr"), and the field that is focused for it; null when
 * there is none.
 */
export function findSpecField(
  model: BlueprintModel,
  field: string,
): { name: string; label: LocalText } | null {
  for (const section of model.sections) {
    for (const { path, label } of section.fields) {
      const name = `spec.${path}`;
      // A list's entry, or a part of a setting, belongs to the setting.
      if (field !== name && !field.startsWith(`${name}.`)) continue;
      return { name, label: path === `${section.key}.enabled` ? section.title : label };
    }
  }
  return null;
}
