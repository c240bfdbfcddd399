import { isEmpty, isSameScalar, isUnresolved, parseEmbedded } from "./equal-values";
import { findIdentity, isEntry } from "./list-identity";
import { pairEntries } from "./pair-entries";
import { matchesAny } from "./paths";
import { isPolicyDocument, normalizePolicy } from "./policy-documents";
import { findAdded, isFilledInByAws, isFreeForm, isNeverReturned } from "./resource-types";
import type { ComparedResource, Comparison, Difference, Path, ReadableSchema } from "./types";

/** What AWS itself puts into a list or map that a template declares. */
const OWN_TAG = /^aws:/;

/**
 * Compares what a template declares of a resource with what AWS returned of it. Only declared properties are
 * compared, since AWS fills in the others, and those that nobody but a person sets (`ADDED_BY_PEOPLE`). Order
 * counts nowhere: no list of the types that blueprints use gets another meaning by it but through a position
 * that is a property of its own (priority, device index). Differences name list elements that have a name by
 * their position among all names, sorted.
 */
export function compareResource({ resourceType, declared, live, schema = {} }: ComparedResource): Comparison {
  const comparison: Comparison = { differences: [], notCompared: [] };
  const compare = createComparer(resourceType, schema, comparison);
  for (const [name, value] of Object.entries(declared)) compare(value, live[name], [name]);
  for (const difference of findAdded(resourceType, declared, live)) comparison.differences.push(difference);
  return comparison;
}

type Compare = (declared: unknown, live: unknown, path: Path) => void;

function createComparer(resourceType: string, schema: ReadableSchema, comparison: Comparison): Compare {
  const isUnread = (path: Path): boolean =>
    matchesAny(path, schema.writeOnlyPaths) || isNeverReturned(resourceType, path);
  const report = (path: Path, difference: Omit<Difference, "path">): void => {
    comparison.differences.push({ path: path.join("."), ...difference });
  };

  function compare(rawDeclared: unknown, rawLive: unknown, path: Path): void {
    if (matchesAny(path, schema.readOnlyPaths)) return;
    if (isUnread(path) || isUnresolved(rawDeclared)) {
      comparison.notCompared.push(path.join("."));
      return;
    }
    const declared = normalize(rawDeclared);
    const live = normalize(rawLive);
    if (live === undefined || live === null) {
      if (!isEmpty(declared)) report(path, { expected: rawDeclared });
    } else if (Array.isArray(declared) || Array.isArray(live)) {
      compareLists(asList(declared), asList(live), path);
    } else if (isEntry(declared) && isEntry(live)) {
      compareMaps(declared, live, path);
    } else if (isEntry(declared) || isEntry(live) || !isSameScalar(declared, live, path.join("."))) {
      report(path, { expected: rawDeclared, actual: rawLive });
    }
  }

  function compareMaps(
    declared: Readonly<Record<string, unknown>>,
    live: Readonly<Record<string, unknown>>,
    path: Path,
  ): void {
    for (const [name, value] of Object.entries(declared)) compare(value, live[name], [...path, name]);
    if (!matchesAny(path, schema.freeFormMapPaths) && !isFreeForm(path)) return;
    for (const [name, value] of Object.entries(live)) {
      if (!(name in declared) && !OWN_TAG.test(name)) report([...path, name], { actual: value });
    }
  }

  function compareLists(declared: readonly unknown[], all: readonly unknown[], path: Path): void {
    const live = all.filter((entry) => !isOwnEntry(entry));
    const identity = findIdentity(declared, live);
    if (identity !== undefined && declared.length > 0) compareNamed(declared, live, path, identity);
    else compareNameless(declared, live, path);
  }

  /** Pairs what is the same, then the others in their order. */
  function compareNameless(declared: readonly unknown[], live: readonly unknown[], path: Path): void {
    const pairs = pairEntries(declared, live, (value, candidate) => isSame(value, candidate, path));
    const unmatched = declared.filter((_, index) => pairs[index] === undefined);
    const rest = live.filter((_, index) => !pairs.includes(index));
    unmatched.forEach((value, index) => {
      const position = [...path, String(declared.indexOf(value))];
      if (index < rest.length) compare(value, rest[index], position);
      else report(position, { expected: value });
    });
    for (const value of rest.slice(unmatched.length))
      report([...path, String(live.indexOf(value))], { actual: value });
  }

  function compareNamed(
    declared: readonly unknown[],
    live: readonly unknown[],
    path: Path,
    identity: string,
  ): void {
    const byName = (list: readonly unknown[]) =>
      new Map(list.filter(isEntry).map((entry) => [String(entry[identity]), entry]));
    const wanted = byName(declared);
    const found = byName(live);
    [...new Set([...wanted.keys(), ...found.keys()])].sort().forEach((name, index) => {
      const position = [...path, String(index)];
      const entry = found.get(name);
      if (wanted.has(name)) compare(wanted.get(name), entry, position);
      else if (!isFilledInByAws(resourceType, path)) report(position, { actual: entry });
    });
  }

  /** Whether comparing the two would find nothing. */
  function isSame(declared: unknown, live: unknown, path: Path): boolean {
    const trial: Comparison = { differences: [], notCompared: [] };
    createComparer(resourceType, schema, trial)(declared, live, [...path, "*"]);
    return trial.differences.length === 0;
  }

  return compare;
}

function normalize(value: unknown): unknown {
  const parsed = parseEmbedded(value);
  return isPolicyDocument(parsed) ? normalizePolicy(parsed) : parsed;
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const isOwnEntry = (entry: unknown): boolean =>
  isEntry(entry) && typeof entry.Key === "string" && OWN_TAG.test(entry.Key);
