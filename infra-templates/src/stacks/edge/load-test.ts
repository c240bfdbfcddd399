import { message } from "@greenroom/messages";
import { z } from "zod";
import type { CheckContext } from "../../model/blueprint";
import { refuse } from "../../spec/refuse";
import { publicSourceCidrs } from "../../spec/source-cidrs";
import type { SpecIssue } from "../../spec/spec-issue";

interface LoadTest {
  /** Its last day; empty for none. */
  loadTestUntil: string;
}

/** A load test that nobody ends must not leave the door open for longer. */
const LONGEST_LOAD_TEST_DAYS = 30;
const MOST_SOURCES = 40;

/** IPv4 networks of load generators: CloudFront sees only public ones. */
export const loadTestSources = publicSourceCidrs(MOST_SOURCES);

/** A real day as YYYY-MM-DD, or empty for no load test. */
export const loadTestDay = z.string().superRefine((value, context) => {
  if (value !== "" && dayNumber(value) === null)
    refuse(context, message("spec.loadTest.day", { value: value.slice(0, 60) }));
});

/** What a load generator calls itself; it goes into the web ACL as it is. */
export const loadTestAgent = z.string().superRefine((value, context) => {
  if (!/^[A-Za-z0-9][A-Za-z0-9 ./_-]{3,99}$/.test(value))
    refuse(context, message("spec.loadTest.agent", { value: value.slice(0, 60) }));
});

/** The rule is there while a last day is set; on that day's end (UTC) it stops matching by itself. */
export const hasLoadTest = ({ loadTestUntil }: LoadTest) => loadTestUntil !== "";

/** The last day must lie ahead, and not too far. */
export function loadTestIssues({ loadTestUntil }: LoadTest, { today }: CheckContext): SpecIssue[] {
  if (loadTestUntil === "" || today === null) return [];
  const ahead = (dayNumber(loadTestUntil) ?? 0) - (dayNumber(today) ?? 0);
  const path = "edge.loadTestUntil";
  if (ahead < 0) return [{ path, message: message("spec.loadTest.past", { value: loadTestUntil, today }) }];
  if (ahead <= LONGEST_LOAD_TEST_DAYS) return [];
  const far = { value: loadTestUntil, days: LONGEST_LOAD_TEST_DAYS };
  return [{ path, message: message("spec.loadTest.far", far) }];
}

/** Whether it is a day at all: the rule between the fields has nothing to say of one that is not. */
export const isDay = (text: string) => dayNumber(text) !== null;

/** Days since 1970 of a day written as YYYY-MM-DD; null when there is no such day. */
function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  const isReal = Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
  return isReal ? time / 86_400_000 : null;
}
