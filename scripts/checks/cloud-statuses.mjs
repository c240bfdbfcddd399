import { isTest, sourceFiles } from "./project.mjs";

const TABLE = "packages/cloud/src/statuses.ts";
/** Names of CloudFormation's statuses, and their endings, as text of the code. */
const STATUS =
  /["'`](CREATE|UPDATE|DELETE|ROLLBACK|UPDATE_ROLLBACK|REVIEW|IMPORT|IMPORT_ROLLBACK)?_(IN_PROGRESS|COMPLETE(_CLEANUP_IN_PROGRESS)?|FAILED|SKIPPED|PENDING)["'`]/;
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
          const found = STATUS.exec(line);
          if (!found) return [];
          return [`${file}:${index + 1}: ${found[0]} is compared by its name: ask ${TABLE} what it means`];
        });
      });
  },
};
