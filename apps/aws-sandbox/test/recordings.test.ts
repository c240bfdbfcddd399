import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Change, DeleteStackCommand, type StackEvent } from "@aws-sdk/client-cloudformation";
import { describe, expect, it } from "vitest";
import { allEvents, clientFor, deployed, prepared, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";
import { recordedMacros } from "../testing/recorded-macros";

/**
 * Updates of one template to another that were recorded on real AWS, replayed through the real SDK. The
 * recordings are not part of this project; where they are absent there is nothing to compare with.
 */
const FILE = fileURLToPath(
  new URL("../../../../shared/data/cloudformation-recordings.json", import.meta.url),
);

interface RecordedEvent {
  ResourceStatus: string;
  ResourceStatusReason?: string;
}

interface Recording {
  id: string;
  t1: object;
  t2: object;
  p1: Record<string, string> | null;
  p2: Record<string, string> | null;
  recorded: Record<"describe-change-set-1" | "describe-change-set-2", { Changes: Change[] }> & {
    "per-resource-events": Record<string, RecordedEvent[]>;
  };
}

type Aspect = "change sets" | "details" | "event order";

/** How many of 40 must match at least. */
const GOALS: Record<Aspect, number> = { "change sets": 37, details: 32, "event order": 36 };

/**
 * Differences that are understood, by aspect and recording, with the reason. One that comes to match must go.
 */
const KNOWN_DIFFERENCES: Record<Aspect, Record<string, string>> = {
  "change sets": {},
  details: {},
  "event order": {},
};

const recordings = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Recording[]) : [];
const results = new Map<Aspect, Map<string, boolean>>();
const { url } = await openSandbox({ macros: recordedMacros });
const client = clientFor(url, "us-east-1", "111111111111");

describe("recordings of AWS", () => {
  if (recordings.length === 0) {
    it("are not present, so nothing is compared", () => expect(existsSync(FILE)).toBe(false));
    return;
  }
  it.each(recordings.map((recording, index) => [recording.id.split("::").pop(), index] as const))(
    "%s",
    async (_name, index) => {
      const recording = recordings[index] as Recording;
      const replay = await replayOf(recording, `replay-${index}`);
      const expectations: [Aspect, unknown, unknown][] = [
        [
          "change sets",
          replay.changeSets.map((set) => set.map(outline)),
          recordedSets(recording).map((set) => set.map(outline)),
        ],
        [
          "details",
          replay.changeSets.map((set) => set.map(details)),
          recordedSets(recording).map((set) => set.map(details)),
        ],
        ["event order", ...eventOrders(replay, recording)],
      ];
      for (const [aspect, actual, expected] of expectations) {
        const isSame = JSON.stringify(actual) === JSON.stringify(expected);
        results.set(aspect, (results.get(aspect) ?? new Map()).set(recording.id, isSame));
        if (KNOWN_DIFFERENCES[aspect][recording.id] === undefined) expect(actual, aspect).toEqual(expected);
        else expect(isSame, `${aspect} matches now: take it off the list of known differences`).toBe(false);
      }
    },
  );

  it.each(Object.entries(GOALS) as [Aspect, number][])("match in %s at least %i times", (aspect, goal) => {
    const matching = [...(results.get(aspect)?.values() ?? [])].filter(Boolean).length;
    expect(matching).toBeGreaterThanOrEqual(goal);
  });
});

interface Replay {
  stackName: string;
  changeSets: Change[][];
  beforeDelete: StackEvent[];
  afterDelete: StackEvent[];
}

async function replayOf({ t1, t2, p1, p2 }: Recording, StackName: string): Promise<Replay> {
  const input = (
    template: object,
    parameters: Record<string, string> | null,
    ChangeSetType: "CREATE" | "UPDATE",
  ) => ({
    StackName,
    ChangeSetName: "recorded",
    ChangeSetType,
    TemplateBody: JSON.stringify(template),
    Parameters: Object.entries(parameters ?? {}).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
  });
  const changeSets: Change[][] = [];
  let stackId = "";
  for (const next of [input(t1, p1, "CREATE"), input(t2, p2, "UPDATE")]) {
    const changeSet = await prepared(client, { ...next, ChangeSetName: "compared" });
    changeSets.push(changeSet.Changes ?? []);
    const stack = await deployed(client, next);
    stackId = stack.StackId as string;
  }
  const beforeDelete = await allEvents(client, stackId);
  await client.send(new DeleteStackCommand({ StackName: stackId }));
  await settled(client, stackId);
  return { stackName: StackName, changeSets, beforeDelete, afterDelete: await allEvents(client, stackId) };
}

function recordedSets({ recorded }: Recording): Change[][] {
  return [recorded["describe-change-set-1"].Changes, recorded["describe-change-set-2"].Changes];
}

function outline({ ResourceChange: change }: Change) {
  return [
    change?.LogicalResourceId,
    change?.Action,
    change?.ResourceType,
    change?.Replacement,
    change?.PolicyAction,
  ];
}

/** Everything but the physical id, which the recordings hide, in a fixed order of fields. */
function details({ ResourceChange }: Change): unknown {
  const { PhysicalResourceId: _hidden, ...change } = ResourceChange ?? {};
  return sorted(change);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => left.localeCompare(right));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/**
 * The recordings hold events in two forms: newest first and complete, read before the stack was deleted; or
 * (with the stack under "Stack") oldest first, with equal neighbours merged and no cleanup status.
 */
function eventOrders(replay: Replay, { recorded }: Recording): [unknown, unknown] {
  const expected = recorded["per-resource-events"];
  const isMerged = Object.hasOwn(expected, "Stack");
  const hasDelete = expected.Stack?.some(({ ResourceStatus }) => ResourceStatus === "DELETE_COMPLETE");
  const events = hasDelete ? replay.afterDelete : replay.beforeDelete;
  const actual: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const [name, list] of Object.entries(expected)) {
    const isStack = name === "Stack" || name.startsWith("<stack-name");
    const own = events.filter(
      ({ LogicalResourceId }) => LogicalResourceId === (isStack ? replay.stackName : name),
    );
    wanted[name] = isMerged ? merged(list) : list.map(statusAndReason);
    actual[name] = isMerged ? merged(own.toReversed()) : own.map(statusAndReason);
  }
  return [actual, wanted];
}

function statusAndReason({ ResourceStatus, ResourceStatusReason }: StackEvent | RecordedEvent) {
  return [ResourceStatus, ResourceStatusReason].filter(Boolean).join(": ");
}

function merged(events: (StackEvent | RecordedEvent)[]): (string | undefined)[] {
  const statuses = events.map(({ ResourceStatus }) => ResourceStatus as string | undefined);
  const kept = statuses.filter((status) => status !== "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
  return kept.filter((status, index) => status !== kept[index - 1]);
}
