const FORBIDDEN = new Set(["utils", "util", "helpers", "helper", "common", "misc", "shared", "lib"]);
const CODE = /\.(ts|tsx|mts|mjs|css)$/;
/** Next.js reads meaning from names like [id], (group), @slot and _private. */
const SEGMENT = /^[[\](@_.a-zA-Z0-9)-]+$/;
const KEBAB = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

const WORKSPACE = "((apps|packages)/[^/]+|prisma|infra-templates|scripts)";
/**
 * A test, or what only tests use, that is not where CONTRIBUTING says: the journeys are a workspace of their
 * own.
 */
const MISPLACED = [
  {
    pattern: new RegExp(`^(?!${WORKSPACE}/testing/).*/testing/`),
    why: "what several tests share lies in testing at the root of its workspace",
  },
  {
    pattern: /\/test\/(?!.*[.]test[.]tsx?$)/,
    why: "test holds tests alone; what they share lies in testing",
  },
  {
    pattern: /^(?!.*\/testing\/).*\/(__[a-z]+__|tests|fixtures?|mocks?|golden)\//,
    why: "what several tests share lies in testing",
  },
];

export default {
  name: "names say what is inside",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    return project.files.flatMap((file) => {
      const segments = file.split("/");
      const base = segments.at(-1).split(".")[0].toLowerCase();
      const misplaced = MISPLACED.find(({ pattern }) => pattern.test(file));
      if (misplaced) return [`${file}: ${misplaced.why}`];
      const vague = [...segments.slice(0, -1), base].find((segment) => FORBIDDEN.has(segment.toLowerCase()));
      if (vague) return [`${file}: "${vague}" says nothing of what is inside`];
      const isNextRoute = file.startsWith("apps/portal/src/app/");
      const wrong = CODE.test(file) && segments.find((one) => !(isNextRoute ? SEGMENT : KEBAB).test(one));
      return wrong ? [`${file}: "${wrong}" is not in kebab-case`] : [];
    });
  },
};
