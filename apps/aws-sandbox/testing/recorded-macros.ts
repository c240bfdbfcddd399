import { isObject, type Json, type JsonObject } from "@greenroom/template";
import type { Macro } from "../src/index";

/** What the macros did that stood behind the recordings; on AWS each is a Lambda function. */
export const recordedMacros: Record<string, Macro> = {
  AddTags: ({ fragment }) => ({ ...(fragment as JsonObject), Tags: { MacroAdded: "True" } }),
  GenerateRandom: ({ params }) => `${String(params.Prefix ?? "")}${Math.random()}`,
  ReplaceString: ({ fragment, params }) =>
    replaced(fragment, "<replace-this>", `${String(params.Input)} <replace-this>`),
  SubstitutionMacro: ({ fragment, templateParameterValues }) =>
    Object.entries(templateParameterValues).reduce<Json>(
      (result, [name, value]) => replaced(result, `{${name}}`, String(value)),
      fragment,
    ),
};

function replaced(value: Json, from: string, to: string): Json {
  if (typeof value === "string") return value.replaceAll(from, to);
  if (Array.isArray(value)) return value.map((item) => replaced(item, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaced(item as Json, from, to)]),
  );
}
