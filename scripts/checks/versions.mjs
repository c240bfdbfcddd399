import { workspaces } from "./project.mjs";

/** Packages that are released together and have to be of one version. */
const FAMILIES = [
  { name: "Prisma", pattern: /^(prisma|@prisma\/(client|adapter-pg|driver-adapter-utils))$/ },
  { name: "the AWS SDK", pattern: /^@aws-sdk\/client-/ },
];

export default {
  name: "one version of each package",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    const root = { folder: ".", manifest: JSON.parse(project.read("package.json")) };
    const versions = new Map();
    for (const { folder, manifest } of [root, ...workspaces(project)]) {
      const declared = { ...manifest.dependencies, ...manifest.devDependencies };
      for (const [name, version] of Object.entries(declared)) {
        const subject = FAMILIES.find(({ pattern }) => pattern.test(name))?.name ?? name;
        const places = versions.get(subject) ?? new Map();
        versions.set(subject, places.set(version, `${folder}/package.json`));
      }
    }
    return [...versions]
      .filter(([, places]) => places.size > 1)
      .map(([subject, places]) => {
        const list = [...places].map(([version, file]) => `${version} in ${file}`).join(", ");
        return `${subject} has several versions: ${list}`;
      });
  },
};
