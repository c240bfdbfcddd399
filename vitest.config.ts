import { defineConfig } from "vitest/config";

/** Minutes of random specs: a part of its own. */
const SPECS = "apps/aws-sandbox/test/every-spec.test.ts";
const SETUP = ["./scripts/testing/seed.ts"];

/**
 * Three projects: `unit` is pure and runs in parallel; `db` talks to a real Postgres (a fresh database per
 * worker) and, where a test says so, to the AWS sandbox over HTTP. `specs` takes many random specs through
 * synthesis, deployment and deletion. Files share a process: loading the CDK for each again would take longer
 * than the tests.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          setupFiles: SETUP,
          include: ["{apps,packages,prisma,infra-templates,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/*.db.test.ts", SPECS],
          isolate: false,
          // No test is about time: a busy machine may take its own.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "specs",
          setupFiles: SETUP,
          include: [SPECS],
        },
      },
      {
        test: {
          name: "db",
          setupFiles: SETUP,
          include: ["{apps,packages,prisma,scripts}/**/*.db.test.ts"],
          exclude: ["**/node_modules/**"],
          globalSetup: ["./prisma/testing/global-setup.ts"],
          pool: "forks",
          isolate: false,
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
