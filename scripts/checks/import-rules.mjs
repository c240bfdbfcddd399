import { createResolver, isTest, readModule, sourceFiles } from "./project.mjs";

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

/**
 * Which of our packages an area may import; `name/part` allows that part only. docs: "Allowed imports" in the design.
 * @type {Record<string, string[]>}
 */
const ALLOWED = {
  messages: [],
  errors: ["messages"],
  logger: [],
  ui: [],
  template: [],
  "template-analysis": ["errors", "messages", "template"],
  prisma: [],
  config: ["errors", "messages"],
  pricing: ["errors", "messages", "template"],
  "infra-templates": ["errors", "messages", "pricing/usage", "pricing/kubernetes-versions"],
  queue: ["errors", "logger", "messages"],
  trpc: ["errors", "logger", "messages"],
  cloud: ["errors", "messages", "infra-templates", "template", "template-analysis"],
  identity: CARRIERS,
  audit: [...CARRIERS, "identity"],
  accounts: [...CARRIERS, "identity", "audit"],
  environments: [...CARRIERS, "identity", "audit", "accounts"],
  costs: [...CARRIERS, "identity", "audit", "environments"],
  provisioning: [...CARRIERS, "identity", "audit", "environments", "cloud", "template", "template-analysis"],
  requests: [...CARRIERS, "identity", "audit", "accounts", "environments", "costs", "provisioning"],
  drift: [...CARRIERS, "identity", "audit", "environments", "cloud"],
  health: [...CARRIERS, "identity", "audit", "environments", "cloud"],
  "apps/aws-sandbox": ["template"],
  "apps/worker": [
    "cloud",
    "queue",
    "config",
    "logger",
    "prisma",
    "errors",
    "messages",
    "infra-templates/catalog",
  ],
  "apps/portal": ["ui", "trpc", "config", "errors", "messages", "infra-templates/catalog", "pricing/schema"],
  "apps/portal/src/server": ["prisma", "queue", "logger"],
  e2e: ["prisma"],
  scripts: ["prisma"],
};

const CONCEPTS = [
  "identity",
  "audit",
  "accounts",
  "environments",
  "costs",
  "provisioning",
  "requests",
  "drift",
  "health",
];

/** The parts of a concept that others may see, by who looks. */
const VISIBLE_PARTS = {
  concept: ["", "schema", "lifecycle", "permissions"],
  "apps/portal": ["schema", "lifecycle", "permissions", "router"],
  "apps/portal/src/server": ["", "schema", "lifecycle", "permissions", "router"],
  // The worker is where requests learn how their runs end: it hands their functions to the handlers below them.
  "apps/worker": ["", "handlers", "jobs"],
};

/** Packages from npm that belong to one area. */
const RESTRICTED = [
  { pattern: /^(aws-cdk-lib|constructs)(\/|$)/, areas: ["infra-templates"] },
  { pattern: /^@aws-sdk\//, areas: ["cloud"] },
  { pattern: /^(bullmq|ioredis)(\/|$)/, areas: ["queue", "prisma"] },
  { pattern: /^(@prisma\/client|@prisma\/adapter-pg)(\/|$)/, areas: ["prisma", "scripts"] },
];

/** What tests may use beside what their area may. */
const FOR_TESTS = ["prisma", "aws-sandbox", "queue", "cloud", "config", "infra-templates"];

export default {
  name: "import rules",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    const resolve = createResolver(project);
    return sourceFiles(project).flatMap((file) =>
      readModule(project, file).imports.flatMap(({ request, line }) =>
        problemsOf(file, request, resolve(file, request)).map((problem) => `${file}:${line}: ${problem}`),
      ),
    );
  },
};

function problemsOf(file, request, target) {
  const area = areaOf(file);
  if (!area || isCommand(file)) return [];
  const problems = [];
  const restricted = RESTRICTED.find(({ pattern }) => pattern.test(request));
  if (restricted && !restricted.areas.includes(area) && !isTest(file)) {
    problems.push(`${area} imports ${request}, which only ${restricted.areas.join(" and ")} may`);
  }
  if (request.startsWith("@greenroom/")) problems.push(...ownPackage(file, area, request));
  if (target && areaOf(target) !== area && request.startsWith(".") && !isAllowedEscape(file, target)) {
    problems.push(`${request} reaches into ${areaOf(target)}: import it by its package name`);
  }
  if (target && request.match(/^(\.|@\/)/)) problems.push(...insideArea(file, area, target));
  if (isPure(file) && /^(node:|react(\/|$)|next(\/|$))|^@greenroom\/(prisma|queue|logger)/.test(request)) {
    problems.push(`schema and lifecycle run in the browser too and may not import ${request}`);
  }
  if (isEngine(file) && /^(node:(?!crypto$)|react(\/|$)|next(\/|$))/.test(request)) {
    problems.push(`pricing depends on its arguments alone and may not import ${request}`);
  }
  return problems;
}

/** The bench and the commands for people take single parts out of the product, and nothing imports them. */
const isCommand = (file) => /^scripts\/(bench|estimate|policy|prices-refresh|synth)\//.test(file);

/** Tests and scripts at the root have no package to be imported by. */
const isAllowedEscape = (file, target) =>
  isTest(file) || file.startsWith("e2e/") || target.startsWith("scripts/");

function ownPackage(file, area, request) {
  const [name, ...rest] = request.slice("@greenroom/".length).split("/");
  const part = rest.join("/");
  const refuse = (why) => [`${area} may not import ${request}: ${why}`];
  if (name === area) return refuse("a package imports its own files by their path");
  if (isTest(file) && FOR_TESTS.includes(name)) return [];
  if (CONCEPTS.includes(name) && !ALLOWED[area]?.includes(name)) {
    if (!["apps/portal", "apps/worker"].includes(area)) return refuse("concepts import downward only");
  }
  if (CONCEPTS.includes(name)) {
    const viewer = file.startsWith("apps/portal/src/server/") ? "apps/portal/src/server" : area;
    const visible = VISIBLE_PARTS[CONCEPTS.includes(area) ? "concept" : viewer] ?? [];
    if (visible.includes(part)) return [];
    return refuse(`of a concept it may see only ${visible.map((one) => one || "index").join(", ")}`);
  }
  const allowed = [...(ALLOWED[area] ?? [])];
  if (file.startsWith("apps/portal/src/server/")) allowed.push(...ALLOWED["apps/portal/src/server"]);
  if (allowed.includes(name) || allowed.includes(`${name}/${part}`)) return [];
  return refuse(`it may import ${allowed.join(", ") || "nothing of ours"}`);
}

/** Within a concept pure parts know nothing of the rest; in the portal features import modules, never one another. */
function insideArea(file, area, target) {
  if (area === "apps/portal") {
    const feature = /^apps\/portal\/src\/features\/([^/]+)\//;
    const [from, to] = [feature.exec(file)?.[1], feature.exec(target)?.[1]];
    if (from && to && from !== to)
      return [`feature ${from} may not import feature ${to}: they meet in src/app`];
    const isModule = file.startsWith("apps/portal/src/modules/");
    if (isModule && /^apps\/portal\/src\/(app|features|server|shell)\//.test(target) && !isTest(file)) {
      return ["a module serves features and may not import them, the shell, pages or the server"];
    }
    const isClient = feature.test(file);
    if (isClient && target.startsWith("apps/portal/src/server/") && !isTest(file)) {
      return ["a feature may not import src/server: it asks over tRPC"];
    }
    return [];
  }
  if (!CONCEPTS.includes(area) || isTest(file)) return [];
  const [from, to] = [partOf(file), partOf(target)];
  const forbidden = {
    schema: ["commands", "queries", "router", "handlers", "jobs"],
    lifecycle: ["commands", "queries", "router", "handlers", "jobs"],
    commands: ["router", "handlers"],
    queries: ["router", "handlers", "commands"],
    router: ["handlers"],
    handlers: ["router"],
  }[from];
  return forbidden?.includes(to) ? [`${from} may not import ${to}`] : [];
}

const partOf = (file) => /^packages\/[^/]+\/src\/([a-z-]+)/.exec(file)?.[1];
const isEngine = (file) => /^packages\/pricing\/src\/(?!testing\/)/.test(file) && !isTest(file);
const isPure = (file) => /^packages\/[^/]+\/src\/(schema|lifecycle)\.ts$/.test(file);

function areaOf(file) {
  const [, kind, name] = /^(packages|apps)\/([^/]+)\//.exec(file) ?? [];
  if (kind) return kind === "apps" ? `apps/${name}` : name;
  return /^(prisma|infra-templates|e2e|scripts)\//.exec(file)?.[1];
}
