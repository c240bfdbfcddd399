import { defineConfig } from "@playwright/test";

/** Chromium as root needs --no-sandbox; the rest keeps the browser from calling home. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The whole product is started once (setup/start-stack.ts); every journey makes environments of its own. */
export default defineConfig({
  testDir: "./journeys",
  testMatch: "**/*.spec.ts",
  globalSetup: "./setup/start-stack.ts",
  fullyParallel: true,
  workers: 2,
  // A busy machine may take its own time: what never shows fails by the second, and says what was missing.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["line"], ["json"]] : "list",
  outputDir: "./test-results",
  use: {
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    timezoneId: "Asia/Seoul",
    // A toast that fades is neither there nor gone: with less motion, what a journey looks at stands still.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined, args: ARGS },
  },
});
