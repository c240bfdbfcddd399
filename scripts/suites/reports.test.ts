import { expect, it } from "vitest";
import { countLastLine, countPlaywright, countVitest } from "./reports.mjs";

it("counts a vitest report, with a file that could not be loaded as one failure", () => {
  const counts = countVitest({
    testResults: [
      {
        name: "a.test.ts",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "works", failureMessages: [] },
          { status: "failed", fullName: "breaks", failureMessages: ["expected 1 to be 2"] },
          { status: "pending", fullName: "waits", failureMessages: [] },
        ],
      },
      { name: "b.test.ts", status: "failed", message: "cannot find module", assertionResults: [] },
    ],
  });
  expect(counts).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
  expect(counts.failures.join()).toMatch(/cannot find module.*breaks\nexpected 1 to be 2/s);
});

it("counts a Playwright report", () => {
  const spec = { file: "a.spec.ts", title: "buys a ticket", ok: false };
  const counts = countPlaywright({
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
    suites: [
      { suites: [{ specs: [{ ...spec, tests: [{ results: [{ errors: [{ message: "sold out" }] }] }] }] }] },
    ],
  });
  expect(counts).toMatchObject({ passed: 4, failed: 1, skipped: 2 });
  expect(counts.failures).toEqual(["a.spec.ts > buys a ticket\nsold out"]);
});

it("counts a last line, and takes none for a suite that did not end", () => {
  expect(countLastLine("✓ one\n✗ two\n    why\n1 passed, 1 failed\n")).toMatchObject({
    passed: 1,
    failed: 1,
  });
  expect(() => countLastLine("✓ one\n")).toThrow("did not come to its end");
});
