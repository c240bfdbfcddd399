import { isTest, sourceFiles } from "./project.mjs";

const TABLE = "packages/cloud/src/statuses.ts";
const BEGINNING = "(CREATE|UPDATE|DELETE|ROLLBACK|UPDATE_ROLLBACK|REVIEW|IMPORT|IMPORT_ROLLBACK)";
const ENDING = "(IN_PROGRESS|COMPLETE|COMPLETE_CLEANUP_IN_PROGRESS|FAILED|SKIPPED|PENDING)";
/** How code tells CloudFormation's statuses from each other. */
const STATUS = [
  // By name or ending, also as the key of a table.
  `["'\`]${BEGINNING}?_${ENDING}["'\`]`,
  `^\\s*${BEGINNING}_${ENDING}:`,
  // By how it begins or ends.
  `(starts|ends)With\\(["'\`](${BEGINNING}|_?${ENDING})_?["'\`]`,
  // By a pattern.
  `/[^/\\s]*(${BEGINNING}_|_${ENDING}|\\^${BEGINNING}|${ENDING}\\$)[^/]*/[a-z]*[.,;)]`,
].map((pattern) => new RegExp(pattern));
/** The sandbox answers with these names; the catalogs have a text for each; templates react to them. */
const SPEAKS_THEM = /^(apps\/aws-sandbox|packages\/messages|infra-templates)\//;

export default {
  name: "CloudFormation statuses in one table",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    return sourceFiles(project)
      .filter((file) => file !== TABLE && !isTest(file) && !SPEAKS_THEM.test(file))
      .flatMap((file) => {
        const lines = project.read(file).split("\n");
        return lines.flatMap((line, index) => {
          const found = STATUS.map((pattern) => pattern.exec(line)).find(Boolean);
          if (!found) return [];
          return [
            `${file}:${index + 1}: ${found[0].trim()} is compared by its name: ask ${TABLE} what it means`,
          ];
        });
      });
  },
};
