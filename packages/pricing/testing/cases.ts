/// <reference types="vite/client" />
import type { Translation } from "./terraform-attributes";

type Properties = Record<string, unknown>;
type Resources = Record<string, { Type: string; Properties?: Properties }>;

/** One resource of a type and what it costs a month, worked out by hand from prices that the book states. */
export interface Figure {
  what: string;
  /** Default ap-northeast-2. */
  region?: string;
  properties?: Properties;
  usage?: Record<string, number>;
  /** Resources of the same stack that it refers to. */
  beside?: Resources;
  /** Usage figures of those. */
  usageBeside?: Record<string, Record<string, number>>;
  /** The expected cost in dollars: a sum of products. */
  parts?: readonly (readonly (number | string)[])[];
  /** The least and the most. */
  bounds?: Partial<Record<"low" | "high", readonly (readonly (number | string)[])[]>>;
  /** Components without a price: name → quantity. */
  unpriced?: Record<string, number | string>;
  free?: boolean;
}

/** What the golden cases of Infracost leave out of a type, and where we differ from them on purpose. */
export interface InfracostNotes {
  /** Address of the case, component, why. */
  differs?: readonly (readonly [address: RegExp, component: RegExp, why: string])[];
  /** Figures that the collection of cases lost: a usage file named them by a wildcard. */
  usage?: readonly (readonly [address: RegExp, Record<string, number>])[];
  /** Properties that stand in resources beside the case, by its address. */
  properties?: Readonly<Record<string, Properties>>;
  /** Resources that a case names and leaves out, as its components show them, by its address. */
  beside?: Readonly<Record<string, Resources>>;
  /** Usage figures of those. */
  usageBeside?: Readonly<Record<string, Record<string, Record<string, number>>>>;
}

/** What tests know of a priced type: beside its model, in `models/<type>.cases.ts`. */
export interface TypeCases {
  figures: readonly Figure[];
  /**
   * Properties that change which charges there are; the laws draw from these. None set is always one of them.
   */
  variants?: readonly Properties[];
  /** Resources that variants refer to. */
  beside?: Resources;
  /** Prices that it asks for and that no source has in any region ("AWSWAF: CAPTCHA attempts"). */
  notSourced?: readonly string[];
  /** Terraform's type → its attributes as CloudFormation's properties. */
  terraform?: Readonly<Record<string, Translation>>;
  infracost?: InfracostNotes;
}

const FILES = import.meta.glob<{ default: TypeCases }>("../src/models/*.cases.ts", { eager: true });

/** The cases of every type, by CloudFormation's name of it: each file is read beside its model. */
export const CASES: ReadonlyMap<string, TypeCases> = new Map(
  await Promise.all(
    Object.entries(FILES).map(async ([file, { default: cases }]): Promise<[string, TypeCases]> => {
      const model = await import(new URL(file.replace(".cases", ""), import.meta.url).href);
      const { type } = Object.values(model).find(isModel) ?? {};
      if (!type) throw new Error(`${file} has no model beside it`);
      return [type, cases];
    }),
  ),
);

function isModel(one: unknown): one is { type: string } {
  return typeof one === "object" && one !== null && "type" in one && "components" in one;
}

/** Every figure, with its type. */
export const FIGURES: readonly (Figure & { type: string })[] = [...CASES].flatMap(([type, { figures }]) =>
  figures.map((figure) => ({ ...figure, type })),
);

/** Prices that some type asks for and that no source has. */
export const NOT_SOURCED: ReadonlySet<string> = new Set(
  [...CASES.values()].flatMap(({ notSourced = [] }) => notSourced),
);
