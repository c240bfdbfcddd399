import "server-only";
import type { Actor } from "@greenroom/identity/schema";
import type { TrpcContext } from "@greenroom/trpc";
import { getActor } from "./auth";
import { getDeps } from "./deps";

/** What procedures are given, the same for calls over HTTP and for reads of pages. */
export async function createContext(): Promise<TrpcContext<Actor>> {
  return { loadActor: getActor, log: getDeps().log };
}
