import { isErrorKey } from "@greenroom/errors";
import type { z } from "zod";
import { type Problem, problem, shorten } from "./problems";
import { requestChangeInputSchema, requestCreateInputSchema, requestDestroyInputSchema } from "./schema";

const INPUT_SCHEMAS = {
  CREATE: requestCreateInputSchema,
  CHANGE: requestChangeInputSchema,
  DESTROY: requestDestroyInputSchema,
} as const;

type CreateInput = z.infer<typeof requestCreateInputSchema>;
type ChangeInput = z.infer<typeof requestChangeInputSchema>;
type DestroyInput = z.infer<typeof requestDestroyInputSchema>;

/** A form that may still be incomplete: every field that is there is of the right shape. */
export type RequestDraft =
  | ({ kind: "CREATE" } & Partial<CreateInput>)
  | ({ kind: "CHANGE" } & Partial<ChangeInput>)
  | ({ kind: "DESTROY" } & Partial<DestroyInput>);

/** Sorts the fields of a form into those that have the right shape and the problems of the others. Empty fields are neither. */
export function readDraft(input: { kind: RequestDraft["kind"]; [field: string]: unknown }): {
  draft: RequestDraft;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const valid: Record<string, unknown> = { kind: input.kind };
  const shape: Record<string, z.ZodType> = INPUT_SCHEMAS[input.kind].shape;
  for (const [field, schema] of Object.entries(shape)) {
    const value = input[field];
    if (field === "kind" || value === undefined || value === "") continue;
    const result = schema.safeParse(value);
    if (result.success) valid[field] = result.data;
    else problems.push(shapeProblem(field, value, result.error.issues[0]?.message ?? ""));
  }
  return { draft: valid as RequestDraft, problems };
}

function shapeProblem(field: string, value: unknown, said: string): Problem {
  const key = isErrorKey(said) ? said : "fieldInvalid";
  return problem(field, { key, values: { value: shorten(value) } });
}
