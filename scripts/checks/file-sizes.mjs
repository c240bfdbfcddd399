const MAX_LINES = 300;
const CODE = /\.(ts|tsx|mts|mjs|css|prisma|sql)$/;
/** Written by a tool, or data in the shape of a file. */
const EXCLUDED = /(^|\/)(generated|golden|fixtures|migrations)\//;

export default {
  name: `files up to ${MAX_LINES} lines`,
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    return project.files
      .filter((file) => CODE.test(file) && !EXCLUDED.test(file))
      .map((file) => ({ file, lines: project.read(file).trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > MAX_LINES)
      .map(({ file, lines }) => `${file} has ${lines} lines: split it by act`);
  },
};
