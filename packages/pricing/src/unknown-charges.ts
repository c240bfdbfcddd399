import { type Message, verbatim } from "@greenroom/messages";
import { type ResolvedResource, Unknown, type Value } from "@greenroom/template";
import type { ComponentDraft } from "./cost-model";
import { resourceOfOtherStack } from "./other-stacks";
import type { NotKnown } from "./schema";
import { type Substitute, type UnknownRead, watchReads } from "./unknown-reads";
import { UNKNOWN_ITEMS, UNKNOWN_WORDS } from "./unknown-words";

type Stack = Readonly<Record<string, ResolvedResource>>;

/** What a model says of a resource: that it is free, or what it is charged for. */
export interface Outcome {
  reason: Message | null;
  drafts: ComponentDraft[];
}

/** The outcome of what is known, with what in it nobody knows. */
export interface SettledOutcome extends Outcome {
  /** Of a draft, by its name: what decides it and is not known. */
  open: ReadonlyMap<string, readonly NotKnown[]>;
}

/** How deep unknown values lead to others: a cluster outside of the stack, its providers, their names. */
const MAX_DEPTH = 3;
/** Runs of one model after which nothing is taken for settled. */
const MAX_RUNS = 20_000;
const NUMBERS = [0, 1, 2, 5, 59, 61, 150, 500, 1000, 5000, 20_000, 1_000_000];

/**
 * The one charge of a resource whose known charges all stay the same, while unknown values would add others.
 */
const OTHER_CHARGES = "Charges that are not known";

export interface Neighbours {
  /** What decides whether the resource is there at all; null when it is. */
  existence: readonly string[] | null;
  /** Ids of resources beside it of which it is not known whether they are there. */
  uncertain: readonly string[];
  /** Texts of the resources beside it, by which an unknown name may refer to them. */
  names: () => readonly string[];
}

/**
 * Finds out which charges of a resource hold whatever its unknown values turn out to be, by running its model
 * with all kinds of values in their place. The others are open: neither their price nor their quantity may be
 * taken from the defaults that models have for what is absent.
 * @param run the model on the resource, in the stack as given
 */
export function findOpenCharges(
  run: (stack: Stack) => Outcome,
  stack: Stack,
  { existence, uncertain, names }: Neighbours,
): SettledOutcome {
  const { result: base, reads } = watchReads(() => run(stack));
  if (existence) return allOpen(base, { property: "Condition", from: [...existence] });
  if (reads.length === 0 && uncertain.length === 0) return { ...base, open: new Map() };
  const probe = createProbe(base);
  for (const some of withoutSome(stack, uncertain)) {
    const { result } = watchReads(() => run(some.stack));
    probe.compare(result, some.reason);
  }
  const words = [...UNKNOWN_WORDS, ...names()];
  const top = new Set(reads.map(({ id }) => id));
  let runs = 0;
  const explore = (read: UnknownRead, known: Substitutes, because: readonly string[], others?: Others) => {
    const within = new Map<string, UnknownRead>();
    for (const value of valuesFor(read, words)) {
      runs += 1;
      if (runs > MAX_RUNS) probe.giveUp(because);
      if (probe.hasAllOpen(because)) return;
      const substitutes = new Map(known).set(read.id, value);
      const { result, reads: found } = watchReads(() => run(stack), substitutes, others);
      probe.compare(result, because);
      if (!isWhole(read) || substitutes.size >= MAX_DEPTH) continue;
      const fresh = found.filter(({ id }) => !top.has(id) && !substitutes.has(id) && !within.has(id));
      for (const one of fresh) within.set(one.id, one);
      for (const one of fresh) if (!isReference(one, stack)) explore(one, substitutes, because, besides(one));
    }
  };
  for (const read of reads.filter((one) => !isReference(one, stack))) {
    explore(read, new Map(), [reasonOf(read)]);
    // Parts of one value: each is tried where the others are something, too.
    const isPart = reads.some(({ source, property }) => source === read.source && property !== read.property);
    if (isPart) explore(read, new Map(), [reasonOf(read)], besides(read));
  }
  return probe.outcome();
}

/** What else is read of the same value is read as something. */
function besides({ source }: UnknownRead): Others {
  return (other) => (other.source === source ? something(other) : undefined);
}

type Substitutes = ReadonlyMap<string, Substitute>;
type Others = (read: UnknownRead) => Substitute;

/** Only what is made up as a whole holds values that are unknown in turn. */
function isWhole({ kind }: UnknownRead): boolean {
  return kind === "presence" || kind === "list";
}

/** A value that no model has for what is absent. */
function something({ kind }: UnknownRead): Substitute {
  return { text: "?", item: undefined, number: 500, flag: true, presence: true, list: undefined }[kind];
}

function valuesFor({ kind, causes, isInput }: UnknownRead, words: readonly string[]): readonly Value[] {
  switch (kind) {
    case "text":
    case "item":
      return words;
    case "number":
      return NUMBERS;
    case "flag":
    case "presence":
      return [true, false];
    case "list":
      return listsOf(new Unknown(causes, isInput));
  }
}

function listsOf(item: Value): Value[] {
  return [[], [item], [item, item], ...UNKNOWN_ITEMS.map((word) => [word])];
}

/** The id of a resource beside it, or what is made of one, is no text that a price depends on. */
function isReference({ kind, causes }: UnknownRead, stack: Stack): boolean {
  const isText = kind === "text" || kind === "item";
  return isText && causes.every((cause) => cause.startsWith("AWS::") || isNamed(cause, stack));
}

/** What answers with values of its own, which nothing here can know. */
const ANSWERING = /^(Custom::|AWS::CloudFormation::(CustomResource|Stack)$)/;

function isNamed(cause: string, stack: Stack): boolean {
  const beside = stack[cause.split(".")[0] as string] ?? resourceOfOtherStack(stack, cause);
  return beside !== undefined && !ANSWERING.test(beside.type);
}

/** Reasons are held against one another, so each is one text until all are found. */
function reasonOf({ property, causes }: Pick<UnknownRead, "property" | "causes">): string {
  return [property, ...causes].join("\n");
}

function toNotKnown(reason: string): NotKnown {
  const [property = "", ...from] = reason.split("\n");
  return { property, from };
}

function withoutSome(stack: Stack, uncertain: readonly string[]) {
  const without = (ids: readonly string[]) => ({
    stack: Object.fromEntries(Object.entries(stack).filter(([id]) => !ids.includes(id))),
    reason: ids.map((id) =>
      reasonOf({ property: `Condition of ${id}`, causes: stack[id]?.existence?.causes ?? [] }),
    ),
  });
  if (uncertain.length === 0) return [];
  return uncertain.length === 1
    ? [without(uncertain)]
    : [without(uncertain), ...uncertain.map((id) => without([id]))];
}

function allOpen(base: Outcome, reason: NotKnown): SettledOutcome {
  return { ...base, open: new Map(base.drafts.map(({ name }) => [name, [reason]])) };
}

/** Holds the outcomes of other values against the one of what is known. */
function createProbe(base: Outcome) {
  const known = new Map(base.drafts.map((draft) => [draft.name, essence(draft)]));
  const open = new Map<string, Set<string>>();
  const others = new Set<string>();
  const note = (name: string, reasons: readonly string[]) => {
    const noted = open.get(name) ?? new Set();
    for (const reason of reasons) noted.add(reason);
    open.set(name, noted);
  };
  return {
    compare({ drafts }: Outcome, reasons: readonly string[]): void {
      const now = new Map(drafts.map((draft) => [draft.name, essence(draft)]));
      for (const [name, was] of known) if (now.get(name) !== was) note(name, reasons);
      for (const name of now.keys()) {
        if (!known.has(name)) for (const reason of reasons) others.add(reason);
      }
    },
    hasAllOpen(reasons: readonly string[]): boolean {
      return (
        known.size > 0 && [...known.keys()].every((name) => reasons.every((one) => open.get(name)?.has(one)))
      );
    },
    giveUp(reasons: readonly string[]): void {
      for (const name of known.keys()) note(name, reasons);
    },
    outcome(): SettledOutcome {
      // What others would be called is told by what decides them, once.
      const untold = [...others].filter((reason) => ![...open.values()].some((told) => told.has(reason)));
      const drafts = untold.length > 0 ? [...base.drafts, otherCharges()] : base.drafts;
      if (untold.length > 0) note(OTHER_CHARGES, untold);
      const reason = drafts.length > 0 ? null : base.reason;
      return {
        reason,
        drafts,
        open: new Map([...open].map(([name, told]) => [name, [...told].map(toNotKnown)])),
      };
    },
  };
}

/** What makes two drafts the same charge: nothing else of them reaches a total. */
function essence({ quantity, price, alternatives, isHourly, unitSize, tiers }: ComponentDraft): string {
  const isExact = quantity && quantity.low === quantity.high && quantity.low === quantity.expected;
  const range = isExact ? quantity.low.toString() : quantity && Object.values(quantity).map(String);
  return JSON.stringify([range, price, alternatives, isHourly, unitSize, tiers]);
}

/** Charges of which nothing is known but that there may be some. */
export function otherCharges(name = OTHER_CHARGES): ComponentDraft {
  return {
    name,
    unit: "months",
    unitSize: 1,
    quantity: null,
    isHourly: false,
    price: null,
    isUsageBased: false,
    assumption: verbatim(""),
  };
}
