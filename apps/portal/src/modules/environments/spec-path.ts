import { type FormField, readPath } from "@greenroom/infra-templates/catalog";

type Spec = Record<string, unknown>;

/** A copy with the value at a dotted path replaced. */
export function writePath(spec: Spec, path: string, value: unknown): Spec {
  const [head = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...spec, [head]: value };
  const below = spec[head];
  return {
    ...spec,
    [head]: writePath(
      typeof below === "object" && below !== null ? (below as Spec) : {},
      rest.join("."),
      value,
    ),
  };
}

/** Whether the form shows this field for such a spec. */
export function isFieldVisible(field: FormField, spec: Spec): boolean {
  return (field.visibleWhen ?? []).every(({ path, equals }) => readPath(spec, path) === equals);
}

/** Whether two values of a spec say the same; lists are compared by what is in them. */
export function sameValue(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
