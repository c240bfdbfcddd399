import { refusals } from "../errors";
import { boundedText, type Query, requiredText } from "../protocol/query";
import type { Result } from "../protocol/render-xml";
import type { Sandbox } from "../sandbox";
import type { Stack } from "../state/types";

/** One API call: who and where (from the credential scope) and what was sent. */
export interface Call {
  sandbox: Sandbox;
  accountId: string;
  region: string;
  /** Who calls, as AWS calls them. */
  callerArn: string;
  query: Query;
}

export type Action = (call: Call) => Result;

/** AWS pages its lists at about this length. */
export const PAGE_SIZE = 100;
const MAX_NAME_LENGTH = 128;
const STACK_NAME = /^[a-zA-Z][-a-zA-Z0-9]*$/;
const MAX_PAGE_TOKEN_LENGTH = 1024;

/** The stack named by the request, by name or id. @throws ValidationError when it is not there. */
export function stackOf(call: Call, missing = refusals.stackMissing): Stack {
  const name = requiredText(call.query, "StackName");
  const stack = call.sandbox.store.findStack(call, name);
  if (!stack) throw missing(name);
  return stack;
}

/** A name for a new stack or change set. @throws ValidationError when it is malformed. */
export function newName(call: Call, field: "StackName" | "ChangeSetName"): string {
  const name = requiredText(call.query, field);
  boundedText(call.query, field, 1, MAX_NAME_LENGTH);
  if (!STACK_NAME.test(name)) {
    throw refusals.badName(field.charAt(0).toLowerCase() + field.slice(1), name, "[a-zA-Z][-a-zA-Z0-9]*");
  }
  return name;
}

/**
 * One page of a list that may grow at its end while it is read.
 * @throws ValidationError for a token that no page gave.
 */
export function page<T>(call: Call, items: T[], size = PAGE_SIZE): { items: T[]; NextToken?: string } {
  const token = pageToken(call);
  const start = token === undefined ? 0 : decodePosition(token);
  if (start === undefined || start > items.length) throw refusals.badPageToken(token ?? "");
  const end = start + size;
  return {
    items: items.slice(start, end),
    ...(end < items.length && { NextToken: encodePosition(end) }),
  };
}

/** The token of the page that is asked for. @throws ValidationError for one longer than any */
export function pageToken({ query }: Call): string | undefined {
  return boundedText(query, "NextToken", 1, MAX_PAGE_TOKEN_LENGTH);
}

export function encodePosition(position: number): string {
  return Buffer.from(`position:${position}`).toString("base64url");
}

export function decodePosition(token: string): number | undefined {
  const found = /^position:(\d{1,9})$/.exec(Buffer.from(token, "base64url").toString());
  return found ? Number(found[1]) : undefined;
}
