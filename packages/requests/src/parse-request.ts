import { isErrorKey } from "@greenroom/errors";
import { type BlueprintModel, type Claim, findBlueprint, readSpec } from "@greenroom/infra-templates/catalog";
import { excerpt, message } from "@greenroom/messages";
import type { z } from "zod";
import { type Problem, problem, specProblem } from "./problems";
import {
  requestChangeInputSchema,
  requestCreateInputSchema,
  requestDestroyInputSchema,
  requestRevertInputSchema,
} from "./schema";

const INPUT_SCHEMAS = {
  CREATE: requestCreateInputSchema,
  CHANGE: requestChangeInputSchema,
  REVERT: requestRevertInputSchema,
  DESTROY: requestDestroyInputSchema,
} as const;

type CreateInput = z.infer<typeof requestCreateInputSchema>;
type ChangeInput = z.infer<typeof requestChangeInputSchema>;
type RevertInput = z.infer<typeof requestRevertInputSchema>;
type DestroyInput = z.infer<typeof requestDestroyInputSchema>;

/** A form that may still be incomplete: every field that is there is of the right shape. */
export type RequestDraft =
  | ({ kind: "CREATE" } & Partial<CreateInput>)
  | ({ kind: "CHANGE" } & Partial<ChangeInput>)
  | ({ kind: "REVERT" } & Partial<RevertInput>)
  | ({ kind: "DESTROY" } & Partial<DestroyInput>);

/**
 * Sorts the fields of a form into those that have the right shape and the problems of the others. Empty
 * fields are neither.
 */
export function parseDraft(input: { kind: RequestDraft["kind"]; [field: string]: unknown }): {
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
  return problem(field, { key, values: { value: excerpt(value) } });
}

/** A spec as its blueprint reads it today, and what follows from it. */
export interface ParsedSpec {
  model: BlueprintModel;
  spec: Record<string, unknown>;
  /** Networks that it occupies. */
  cidrs: readonly string[];
  /** What it wants for itself alone. */
  claims: readonly Claim[];
}

/** A request with its spec read: once, so that claims, checks and the row are made of the same. */
export type ParsedRequest<Draft extends RequestDraft = RequestDraft> = Draft & ReadSpec;

interface ReadSpec {
  /** Null while there is nothing to read, and when there is something wrong with it. */
  asked: ParsedSpec | null;
  specProblems: readonly Problem[];
}

/**
 * @param place the blueprint and region that are asked for, or those of the environment that is to be changed
 */
export function parseRequest<Draft extends RequestDraft>(
  draft: Draft,
  place: SpecPlace,
): ParsedRequest<Draft> {
  const hasNoSpec = draft.kind === "DESTROY" || draft.kind === "REVERT";
  return { ...draft, ...(hasNoSpec ? NOTHING : readSpecOf(place, draft.spec)) };
}

/** The spec of a request that was submitted earlier; null when its blueprint cannot read it any more. */
export const parseSubmitted = ({ spec, ...place }: SpecPlace & { spec: unknown }): ParsedSpec | null =>
  readSpecOf(place, spec).asked;

interface SpecPlace {
  blueprint?: string;
  region?: string;
}
const NOTHING: ReadSpec = { asked: null, specProblems: [] };

function readSpecOf({ blueprint, region = "" }: SpecPlace, given: unknown): ReadSpec {
  if (blueprint === undefined) return NOTHING;
  const model = findBlueprint(blueprint);
  if (!model) {
    const says = message("blueprintUnknown", { blueprint: excerpt(blueprint) });
    return { asked: null, specProblems: [problem("blueprint", says)] };
  }
  if (given === undefined) return NOTHING;
  const read = readSpec(model, given);
  if (!read.isValid) {
    const specProblems = read.problems.map(({ field, message }) => specProblem(field, message));
    return { asked: null, specProblems };
  }
  const spec = read.spec as ParsedSpec["spec"];
  const asked = { model, spec, cidrs: model.cidrs(spec), claims: model.claims(spec, { region }) };
  return { asked, specProblems: [] };
}
