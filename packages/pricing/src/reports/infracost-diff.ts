import { Decimal } from "../ranges";

/** A component of Infracost's output: decimals as text, null for what is not known. */
interface Component {
  name: string;
  unit: string;
  hourlyQuantity: string | null;
  monthlyQuantity: string | null;
  price: string | null;
  hourlyCost: string | null;
  monthlyCost: string | null;
  usageBased: boolean;
  priceNotFound: boolean;
  /** The total leaves it out: it costs nobody knows how much. */
  leftOut: boolean;
}

interface Resource<Cost = string> {
  name: string;
  resourceType: string;
  metadata: object;
  hourlyCost: Cost;
  monthlyCost: Cost;
  monthlyUsageCost: Cost;
  costComponents: Component[];
}

/** A difference is null where something without a price keeps it from being known. */
type ResourceDiff = Resource<string | null>;

/**
 * What changed from one list of resources to another, as Infracost writes it: only resources and components
 * that changed, each figure what it is now less what it was. A component whose name differs only in the part
 * in brackets (another instance type) is the same one.
 * @param open names of resources whose difference is not known
 */
export function diffResources(
  past: readonly Resource[],
  now: readonly Resource[],
  open: ReadonlySet<string>,
): ResourceDiff[] {
  const names = new Set([...past, ...now].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const [old, fresh] = [past, now].map((some) => some.find((resource) => resource.name === name));
    return diffResource(old, fresh, open) ?? [];
  });
}

function diffResource(
  old: Resource | undefined,
  fresh: Resource | undefined,
  open: ReadonlySet<string>,
): ResourceDiff | null {
  const either = fresh ?? old;
  if (!either) return null;
  const costComponents = pairComponents(old?.costComponents ?? [], fresh?.costComponents ?? []).flatMap(
    ([was, is]) => diffComponent(was, is) ?? [],
  );
  if (costComponents.length === 0) return null;
  const cost = (now: string | undefined, past: string | undefined) =>
    open.has(either.name) ? null : less(now, past);
  return {
    name: either.name,
    resourceType: either.resourceType,
    metadata: either.metadata,
    hourlyCost: cost(fresh?.hourlyCost, old?.hourlyCost),
    monthlyCost: cost(fresh?.monthlyCost, old?.monthlyCost),
    monthlyUsageCost: cost(fresh?.monthlyUsageCost, old?.monthlyUsageCost),
    costComponents,
  };
}

type Pair = [Component | undefined, Component | undefined];

function pairComponents(past: readonly Component[], now: readonly Component[]): Pair[] {
  const unpaired = new Set(now);
  const take = (isIt: (component: Component) => boolean) => {
    const found = [...unpaired].find(isIt);
    if (found) unpaired.delete(found);
    return found;
  };
  const exact = past.map((was): Pair => [was, take(({ name }) => name === was.name)]);
  const paired = exact.map(([was, is]): Pair => {
    const stem = stemOf(was?.name);
    return [was, is ?? take(({ name }) => stem !== null && stemOf(name) === stem)];
  });
  return [...paired, ...[...unpaired].map((is): Pair => [undefined, is])];
}

/** What stands before the brackets; null without any. */
function stemOf(name: string | undefined): string | null {
  return /^(.+?) \(/.exec(name ?? "")?.[1] ?? null;
}

const FIGURES = ["hourlyQuantity", "monthlyQuantity", "price", "hourlyCost", "monthlyCost"] as const;

function diffComponent(was: Component | undefined, is: Component | undefined): Component | null {
  const either = is ?? was;
  if (!either) return null;
  const { unit, usageBased, priceNotFound } = either;
  const leftOut = was?.leftOut === true || is?.leftOut === true;
  const figures = Object.fromEntries(
    FIGURES.map((figure) => [
      figure,
      leftOut && figure.endsWith("Cost") ? null : less(is?.[figure], was?.[figure]),
    ]),
  ) as Record<(typeof FIGURES)[number], string | null>;
  const hasChanged = FIGURES.some((figure) => (figures[figure] ?? "0") !== "0");
  if (!hasChanged && (was?.leftOut ?? false) === (is?.leftOut ?? false)) return null;
  const name = was && is && was.name !== is.name ? `${was.name} → ${is.name}` : either.name;
  return { name, unit, ...figures, usageBased, priceNotFound, leftOut };
}

/** What is not given counts as nothing, as in Infracost. */
function less(now: string | null | undefined, past: string | null | undefined): string {
  return new Decimal(now ?? 0).minus(past ?? 0).toFixed();
}
