/**
 * Who may import whom: the one table of layers. `imports.mjs` makes the rules of dependency-cruiser from it,
 * and a test holds it against the workspaces that there are. An entry is a package ("errors") or one of its
 * exports ("pricing/usage", "audit/." for its index).
 */

/** Low to high: a concept sees those below it. */
export const CONCEPTS = [
  "identity",
  "audit",
  "accounts",
  "environments",
  "costs",
  "drift",
  "provisioning",
  "requests",
  "health",
];

const exportsOf = (packages, ...names) => packages.flatMap((one) => names.map((name) => `${one}/${name}`));
/** What one concept sees of another. */
const concepts = (...packages) => exportsOf(packages, ".", "schema", "lifecycle", "permissions");

/** What every concept may use of the packages that carry them. */
const CARRIERS = [
  "messages",
  "errors",
  "logger",
  "prisma",
  "trpc",
  "queue",
  "infra-templates/catalog",
  "infra-templates/manifests",
  "pricing",
];
const PORTAL = [
  "ui",
  "trpc",
  "config",
  "errors",
  "messages",
  "infra-templates/catalog",
  "pricing/schema",
  ...exportsOf(CONCEPTS, "schema", "lifecycle", "permissions", "router"),
];

/** By folder; a folder inside another has its own entry instead of the outer one's. */
export const LAYERS = {
  "packages/messages": [],
  "packages/logger": [],
  "packages/ui": [],
  "packages/template": [],
  prisma: [],
  "packages/errors": ["messages"],
  "packages/config": ["errors", "messages"],
  "packages/template-analysis": ["errors", "messages", "template"],
  "packages/pricing": ["errors", "messages", "template"],
  "infra-templates": ["errors", "messages", "pricing/usage", "pricing/kubernetes-versions"],
  "packages/queue": ["errors", "logger", "messages"],
  "packages/trpc": ["errors", "logger", "messages"],
  "packages/cloud": ["errors", "messages", "infra-templates", "template", "template-analysis"],
  "packages/identity": CARRIERS,
  "packages/audit": [...CARRIERS, ...concepts("identity")],
  "packages/accounts": [...CARRIERS, ...concepts("identity", "audit")],
  "packages/environments": [...CARRIERS, ...concepts("identity", "audit", "accounts")],
  "packages/costs": [...CARRIERS, ...concepts("identity", "audit", "environments")],
  "packages/provisioning": [
    ...CARRIERS,
    ...concepts("identity", "audit", "environments", "drift"),
    "cloud",
    "template",
    "template-analysis",
  ],
  "packages/requests": [
    ...CARRIERS,
    ...concepts("identity", "audit", "accounts", "environments", "costs", "provisioning"),
  ],
  "packages/drift": [...CARRIERS, ...concepts("identity", "audit", "environments"), "cloud", "template"],
  "packages/health": [...CARRIERS, ...concepts("identity", "environments"), "cloud"],
  "apps/aws-sandbox": ["template"],
  // The worker is where requests learn how their runs end: it hands their functions to the handlers below
  // them.
  "apps/worker": [
    "cloud",
    "queue",
    "config",
    "logger",
    "prisma",
    "errors",
    "messages",
    "infra-templates/catalog",
    ...exportsOf(CONCEPTS, ".", "handlers", "jobs"),
  ],
  "apps/portal": PORTAL,
  "apps/portal/src/server": [...PORTAL, ...exportsOf(CONCEPTS, "."), "prisma", "queue", "logger"],
  e2e: ["prisma", "scripts"],
  scripts: ["prisma"],
};

/** The bench and the commands for people take single parts out of the product, and nothing imports them. */
export const COMMANDS = /^scripts\/(bench|dashboards|drift|estimate|policy|prices-refresh|synth)\//;

/** Beside its own layer a test may use these, and whatever other packages keep for tests. */
export const FOR_TESTS = [
  "prisma",
  "aws-sandbox",
  "queue",
  "cloud",
  "config",
  "infra-templates",
  "pricing",
  "costs/.",
  "scripts",
];

/** Packages from npm that belong to some folders alone. */
export const RESTRICTED = [
  { packages: ["aws-cdk-lib", "constructs"], folders: ["infra-templates"] },
  { packages: ["@aws-sdk/[^/]+"], folders: ["packages/cloud"] },
  { packages: ["bullmq", "ioredis"], folders: ["packages/queue", "prisma"] },
  { packages: ["@prisma/client", "@prisma/adapter-pg"], folders: ["prisma"] },
];

/** Modules of Node, which alone have no ending. */
const CORE = "^[a-z_/]+$";
const REACT = "(^|/)node_modules/(react|react-dom|next)/";

/** The folders of a run's work, low to high. */
const RUN_FOLDERS = ["events", "lease", "plan", "transitions", "stacks", "steps", "runs"];

/**
 * Directions inside a workspace, as patterns of dependency-cruiser: `$1` is what the first group of `from`
 * matched.
 */
export const INSIDE = [
  {
    from: "^packages/([^/]+)/src/(schema|lifecycle)[.]ts$",
    to: "^packages/$1/src/(commands|queries|router|handlers|jobs)",
    because: "schema and lifecycle are pure",
  },
  {
    from: "^packages/([^/]+)/src/commands/",
    to: "^packages/$1/src/(router|handlers)",
    because: "commands are below what calls them",
  },
  {
    from: "^packages/([^/]+)/src/queries/",
    to: "^packages/$1/src/(router|handlers|commands)",
    because: "queries read",
  },
  {
    from: "^packages/([^/]+)/src/queries/",
    to: ["^packages/$1/src/record-", "^packages/$1/src/[a-z]+/record-"],
    because: "queries read",
  },
  {
    from: "^packages/([^/]+)/src/router",
    to: "^packages/$1/src/handlers",
    because: "handlers run in the worker only",
  },
  {
    from: "^packages/([^/]+)/src/handlers",
    to: "^packages/$1/src/router",
    because: "the worker has no procedures",
  },
  ...RUN_FOLDERS.slice(0, -1).map((folder, place) => ({
    from: `^packages/provisioning/src/${folder}/`,
    to: `^packages/provisioning/src/(${RUN_FOLDERS.slice(place + 1).join("|")})/`,
    because: `folders point one way: ${RUN_FOLDERS.join(" < ")}`,
  })),
  {
    from: "^apps/portal/src/features/([^/]+)/",
    to: "^apps/portal/src/features/(?!$1/)",
    because: "features meet in src/app",
  },
  {
    from: "^apps/portal/src/features/",
    to: "^apps/portal/src/server/",
    because: "a feature asks over tRPC",
  },
  {
    from: "^apps/portal/src/features/",
    to: "^apps/portal/src/shell/",
    because: "the shell is around features",
  },
  {
    from: "^apps/portal/src/shell/",
    to: "^apps/portal/src/server/",
    because: "the shell asks over tRPC",
  },
  {
    from: "^apps/portal/src/modules/",
    to: "^apps/portal/src/(app|features|server|shell)/",
    because: "modules serve the others",
  },
  {
    from: "^packages/[^/]+/src/(schema|lifecycle)[.]ts$",
    to: [CORE, REACT, "^(prisma|packages/queue|packages/logger)/"],
    because: "schema and lifecycle run in the browser too",
  },
  {
    from: "^packages/pricing/src/",
    to: [`(?!^crypto$)${CORE}`, REACT],
    because: "pricing depends on its arguments alone",
  },
];
