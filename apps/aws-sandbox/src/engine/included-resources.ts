import { createScope, type Environment, isIncluded, type Template } from "@greenroom/template";

/** The logical ids of the template whose conditions hold. */
export function includedIds(template: Template, environment: Environment): Set<string> {
  const scope = createScope(template, environment);
  const included = Object.entries(template.Resources).filter(([, { Condition }]) =>
    isIncluded(Condition, scope),
  );
  return new Set(included.map(([id]) => id));
}
