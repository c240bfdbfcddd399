/** Places that exist on one machine only, and hosts that packages are fetched from. */
const PATTERNS = [
  { pattern: /(?<![\w.@/-])\/(home|Users)\/(?!runner\b)[a-z][\w-]*\//, what: "a home folder" },
  { pattern: /(?<![\w.@/-])\/(root|work)\/[\w.-]/, what: "a folder of one machine" },
  { pattern: /https?:\/\/registry\.[\w.-]+/, what: "a package registry" },
  {
    pattern: /https?:\/\/[\w.-]*(artifactory|nexus|verdaccio|codeartifact)[\w.-]*/i,
    what: "a package registry",
  },
  { pattern: /"resolved":\s*"https?:/, what: "a package address in the lockfile" },
];
const BINARY = /\.(png|jpg|jpeg|gif|webp|ico|woff2?|ttf|otf|gz|zip|pdf|wasm)$/;
/** This check and its test have to spell the patterns. */
const EXCLUDED = /^scripts\/checks\/(private-addresses|small-checks)\./;

export default {
  name: "no machine paths or registry hosts",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    return project.files
      .filter((file) => !BINARY.test(file) && !EXCLUDED.test(file))
      .flatMap((file) => {
        const text = project.read(file);
        return PATTERNS.flatMap(({ pattern, what }) => {
          const hit = pattern.exec(text);
          if (!hit) return [];
          return [`${file}:${text.slice(0, hit.index).split("\n").length}: ${what} (${hit[0]})`];
        });
      });
  },
};
