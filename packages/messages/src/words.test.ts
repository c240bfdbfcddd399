import { describe, expect, it } from "vitest";
import { LOCALES, type MessageKey, type MessageValues, say } from "./index";
import { PAGES } from "./pages";

type Words = { readonly [value: string]: string };
/** Messages that say a status, an action or a stage, with what the pages call each of its values. */
const SAID: readonly [MessageKey, argument: string, words: (texts: (typeof PAGES)["en"]) => Words][] = [
  ["requestMoved", "status", ({ requestStatus }) => requestStatus],
  ["environmentMoved", "from", ({ environmentStatus }) => environmentStatus],
  ["environmentMoved", "to", ({ environmentStatus }) => environmentStatus],
  ["runMoved", "to", ({ runStatus }) => runStatus],
  ["stepMoved", "to", ({ stepStatus }) => stepStatus],
  ["run.beyondApproved", "action", ({ plan }) => plan.actions],
  ["run.beyondApproved", "approved", ({ plan }) => plan.actions],
  ["run.neverApproved", "action", ({ plan }) => plan.actions],
  ["lifetimeLimit", "stage", ({ stages }) => stages],
  ["lifetimeRequired", "stage", ({ stages }) => stages],
];
const OTHERS: MessageValues = {
  number: 7,
  name: "x",
  position: 1,
  days: 9,
  limit: 8,
  logicalId: "Db",
  resourceType: "T",
  status: "-",
  from: "-",
  to: "-",
  action: "-",
  approved: "-",
  stage: "-",
};

describe.each(LOCALES)("in %s", (locale) => {
  it.each(SAID)(
    "%s says its %s in the words of the pages, never as it is stored",
    (key, argument, wordsOf) => {
      for (const [value, word] of Object.entries(wordsOf(PAGES[locale]))) {
        const text = say(locale, { key, values: { ...OTHERS, [argument]: value } });
        expect(text.toLowerCase()).toContain(word.toLowerCase());
        // “staging” is called just that.
        if (value !== word.toLowerCase()) expect(text).not.toMatch(new RegExp(`\\b${value}\\b`));
      }
    },
  );

  it("says a value that no language knows yet as it is", () => {
    expect(say(locale, { key: "requestMoved", values: { number: 3, status: "PAUSED" } })).toContain("PAUSED");
  });
});
