import { isObject } from "@greenroom/template";
import { describe, expect, it } from "vitest";
import { runs, shareOf } from "../../../scripts/testing/share";
import { CASES, FIGURES } from "../testing/cases";
import { variantsOf } from "../testing/draw-drafts";
import { givenOf } from "../testing/given";
import { estimateTemplates } from "./estimate-templates";
import type { ResourceCost } from "./schema";

const NOW = new Date("2026-11-01T00:00:00Z");
type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;
interface Form {
  type: string;
  resources: Resources;
  usage: Record<string, Record<string, number>>;
  region: string;
  /** The resources in which values are made unknown. */
  varied: [string, Resources[string]][];
}

const figures: Form[] = FIGURES.map((figure) => {
  const { type, properties = {}, beside = {}, usage, usageBeside, region = "ap-northeast-2" } = figure;
  const resources: Resources = { ...(beside as Resources), R: { Type: type, Properties: properties } };
  const figures = { ...usageBeside, ...(usage && { R: usage }) };
  return { type, resources, usage: figures, region, varied: Object.entries(resources) };
});
/** Each type in each form that it looks at. */
const variants: Form[] = [...CASES].flatMap(([type, { beside }]) =>
  variantsOf(type).map((Properties) => {
    const own = { Type: type, Properties };
    return {
      type,
      resources: { ...beside, R: own },
      usage: {},
      region: "us-east-1",
      varied: [["R", own]],
    };
  }),
);

function price({ resources, usage, region }: Form, parameters?: Record<string, string>): ResourceCost {
  const template = { Parameters: { Unknown: { Type: "String" } }, Resources: resources };
  const estimate = estimateTemplates({
    stacks: [{ key: "s", region, template, ...(parameters && { parameters }) }],
    usage: { s: givenOf(usage) },
    now: NOW,
  });
  return estimate.resources.find(({ logicalId }) => logicalId === "R") as ResourceCost;
}

const UNKNOWN = { Ref: "Unknown" };

/**
 * The form once for each of its values, and each object and list within it, with an unknown one in its place.
 */
function withUnknowns(form: Form): { path: string; value: unknown; form: Form }[] {
  const replaced = (value: unknown, path: string): { path: string; was: unknown; value: unknown }[] => {
    const whole = [{ path, was: value, value: UNKNOWN as unknown }];
    if (Array.isArray(value)) {
      return whole.concat(
        value.flatMap((item, at) =>
          replaced(item, `${path}[${at}]`).map((one) => ({ ...one, value: value.with(at, one.value) })),
        ),
      );
    }
    if (!isObject(value) || "Ref" in value || Object.keys(value).some((key) => key.startsWith("Fn::")))
      return whole;
    return whole.concat(
      Object.entries(value).flatMap(([key, inner]) =>
        replaced(inner, `${path}.${key}`).map((one) => ({ ...one, value: { ...value, [key]: one.value } })),
      ),
    );
  };
  return form.varied.flatMap(([id, { Type, Properties = {} }]) =>
    Object.entries(Properties).flatMap(([key, value]) =>
      replaced(value, key).map((one) => ({
        path: `${id}.${one.path}`,
        value: one.was,
        form: {
          ...form,
          resources: { ...form.resources, [id]: { Type, Properties: { ...Properties, [key]: one.value } } },
        },
      })),
    ),
  );
}

/** What a total counts of a resource. */
const costly = ({ components }: ResourceCost) =>
  components
    .filter(({ monthlyCostUsd }) => monthlyCostUsd && monthlyCostUsd.high !== "0")
    .map(({ name, monthlyCostUsd }) => JSON.stringify([name, monthlyCostUsd]));

describe("what is not known", () => {
  it("never makes a total that is complete without a word", { timeout: 300_000 }, () => {
    const tried = new Set<string>();
    const silent = shareOf([...figures, ...variants]).flatMap((form) => {
      const known = price(form);
      return withUnknowns(form).flatMap(({ path, value, form: open }) => {
        // The same value at the same place of a type says nothing new, whichever item of a list it is in.
        const key = `${form.type} ${path.replace(/\[\d+\]/g, "[]")} ${JSON.stringify(value)}`;
        // Images are Linux where nothing says otherwise: nearly every template takes its image from a
        // parameter.
        if (tried.has(key) || path.endsWith("ImageId")) return [];
        tried.add(key);
        const unknown = price(open);
        const isNamed = unknown.components.some(({ notKnown }) => notKnown !== undefined);
        const wrong = costly(unknown).filter((part) => !costly(known).includes(part));
        const isSame = JSON.stringify(costly(unknown)) === JSON.stringify(costly(known));
        return wrong.length > 0 || !(isSame || isNamed) ? [`${form.type} ${path}: ${wrong.join(" ")}`] : [];
      });
    });
    expect(tried.size).toBeGreaterThan(runs(500));
    expect(silent).toEqual([]);
  });
});
