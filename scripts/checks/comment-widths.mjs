const MAX_COLUMNS = 110;
const CODE = /\.(ts|tsx|mjs)$/;
/** Functions of a blueprint as text. */
const DEPLOYED = "infra-templates/src/stacks/events/functions.ts";
const COMMENT = /^\s*(\*|\/\/|\/\*)/;

export default {
  name: `comments up to ${MAX_COLUMNS} columns`,
  /**
   * Addresses stay whole, and so does source that is deployed: its comments are part of the function.
   * @param {import("./project.mjs").Project} project
   */
  run(project) {
    return project.files
      .filter((file) => CODE.test(file) && file !== DEPLOYED)
      .flatMap((file) =>
        project
          .read(file)
          .split("\n")
          .flatMap((line, index) =>
            line.length > MAX_COLUMNS && COMMENT.test(line) && !line.includes("://")
              ? [`${file}:${index + 1} has ${line.length} columns: break it`]
              : [],
          ),
      );
  },
};
