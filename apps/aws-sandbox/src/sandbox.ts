import type { Json } from "@greenroom/template";
import type { Access } from "./control/access";
import type { Faults } from "./control/faults";
import type { Throttles } from "./control/throttles";
import type { Durations } from "./resources/durations";
import type { Specification } from "./resources/specification";
import type { Store } from "./state/store";
import type { Operation, Stack } from "./state/types";

/**
 * What AWS gives a macro's Lambda function; the macro returns the fragment that takes the place of the old
 * one.
 */
interface MacroInput {
  fragment: Json;
  params: Record<string, Json>;
  templateParameterValues: Record<string, Json>;
  accountId: string;
  region: string;
}
export type Macro = (input: MacroInput) => Json;

/** Everything the actions and the engine work with. One per running sandbox. */
export interface Sandbox {
  store: Store;
  specification: Specification;
  durations: Durations;
  faults: Faults;
  throttles: Throttles;
  access: Access;
  macros: Record<string, Macro>;
  /** Operations under way, by stack id. */
  runs: Map<string, Run>;
  /** Calls answered, by action. */
  counters: Map<string, number>;
  /** ISO time. */
  now: () => string;
  /** Aborted when the sandbox stops; operations under way stay in the journal and go on at the next start. */
  shutdown: AbortSignal;
}

/** One stack operation being carried out in this process. */
export interface Run {
  sandbox: Sandbox;
  stack: Stack;
  operation: Operation;
  /** Aborted when a sibling failed or someone cancelled: what is being waited for ends as "cancelled". */
  cancel: AbortController;
  /** Aborted, and replaced by another, whenever a resource of the stack is signalled. */
  signalled: AbortController;
}
