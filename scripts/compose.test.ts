// biome-ignore-all lint/suspicious/noTemplateCurlyInString: docker compose fills in its settings like this
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  ports?: string[];
  network_mode?: string;
  volumes?: string[];
}

const root = path.join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const compose = parse(read("docker-compose.yml"), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);

describe("docker-compose.yml", () => {
  it("has every part", () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      ["portal", "postgres", "redis", "sandbox", "setup", "worker"].sort(),
    );
  });

  it.each(services)("%s starts programs that exist", (_name, service) => {
    const words = (service.command ?? []).flatMap((part) => part.split(/\s+/));
    for (const file of words.filter((word) => /^[\w-]+\/.*\.(ts|mjs)$/.test(word))) {
      expect(existsSync(path.join(root, file)), file).toBe(true);
    }
    const workspace = words[words.indexOf("--workspace") + 1];
    if (words.includes("--workspace")) {
      const manifest = JSON.parse(read(`${workspace}/package.json`)) as { scripts: Record<string, string> };
      expect(manifest.scripts).toHaveProperty(words[words.indexOf("run") + 1] ?? "");
    }
  });

  it.each(services)(
    "%s depends on services that exist and can become what it waits for",
    (_name, service) => {
      for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
        const other = compose.services[name];
        expect(other, name).toBeDefined();
        if (condition === "service_healthy") expect(other?.healthcheck, name).toBeDefined();
      }
    },
  );

  it("opens nothing to the network but the portal, and that on loopback", () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports).toEqual([`127.0.0.1:\${PORT:-4310}:4310`]);
  });

  it("keeps the workers scalable: no fixed port, and the sandbox's own network", () => {
    const { worker } = compose.services;
    expect(worker?.ports).toBeUndefined();
    expect(worker?.environment?.WORKER_PORT).toBe("0");
    expect(worker?.network_mode).toBe("service:sandbox");
  });

  it("signs in to the database as its owner in the set-up alone", () => {
    for (const [name, { environment = {} }] of services) {
      const users = Object.values(environment).flatMap(
        (value) => /postgresql:\/\/(\w+):/.exec(value ?? "")?.[1] ?? [],
      );
      const isApplication = "DATABASE_URL" in environment;
      const expected =
        name === "setup" ? ["greenroom_app", "greenroom"] : isApplication ? ["greenroom_app"] : [];
      expect({ name, users }).toEqual({ name, users: expected });
    }
    expect(compose.services.portal?.environment?.DATABASE_URL).toContain("greenroom_app");
    expect(compose.services.postgres?.command?.join(" ")).not.toMatch(/=off/);
  });

  it("offers no demo people unless asked, and no service without a password", () => {
    const { portal, redis, postgres } = compose.services;
    expect(portal?.environment?.GREENROOM_DEMO_SIGN_IN).toBe("${GREENROOM_DEMO_SIGN_IN:-0}");
    expect(redis?.command).toContain("--requirepass");
    expect(portal?.environment?.REDIS_URL).toMatch(/^redis:\/\/:\$\{REDIS_PASSWORD/);
    expect(postgres?.environment?.POSTGRES_PASSWORD).toBeDefined();
  });

  it("gives no part a key or password that it does not use", () => {
    const { portal, worker, sandbox } = compose.services;
    const names = (service?: Service) => Object.keys(service?.environment ?? {}).join();
    expect(names(portal)).not.toMatch(/AWS_(ACCESS|SECRET|SESSION)/);
    expect(names(worker)).not.toMatch(/NEXTAUTH|OIDC/);
    expect(names(sandbox)).not.toMatch(/NEXTAUTH|OIDC|DATABASE|REDIS/);
  });

  it("names only volumes that are declared", () => {
    const named = services
      .flatMap(([, service]) => service.volumes ?? [])
      .map((volume) => volume.split(":")[0]);
    expect([...new Set(named)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it("gives the audit trail's key to the workers alone, and what they signed to the portal to read", () => {
    const mounts = (volume: string) =>
      services.flatMap(([name, service]) =>
        (service.volumes ?? []).filter((one) => one.startsWith(`${volume}:`)).map((one) => `${name} ${one}`),
      );
    expect(mounts("audit-key")).toEqual(["worker audit-key:/audit-key"]);
    expect(mounts("audit").sort()).toEqual(["portal audit:/audit:ro", "worker audit:/audit"]);
    // A volume belongs to whom its folder in the image belongs to.
    expect(read("Dockerfile")).toMatch(/chown node:node .*\/audit \/audit-key/);
  });
});

describe("Dockerfile", () => {
  it("runs npm scripts and programs that exist", () => {
    const text = read("Dockerfile");
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    for (const [, script] of text.matchAll(/npm run ([a-z:]+)/g))
      expect(scripts).toHaveProperty(script ?? "");
    expect(text).toContain("next/dist/bin/next build");
    expect(existsSync(path.join(root, "node_modules/next/dist/bin/next"))).toBe(true);
  });
});
