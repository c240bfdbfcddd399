import { mkdtempSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { choosePort } from "../processes/ports.mjs";
import { partEnvironment, readAwsMode } from "./environment.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stack = {
  databaseUrl: "postgresql://greenroom@127.0.0.1/greenroom",
  sandboxUrl: "http://127.0.0.1:4566",
  portalUrl: "http://127.0.0.1:4310",
};

describe("partEnvironment", () => {
  it("never gives the sandbox a real key", () => {
    const env = {
      AWS_ACCESS_KEY_ID: "real",
      AWS_PROFILE: "production",
      AWS_SESSION_TOKEN: "token",
      PATH: "/bin",
    };
    const result = partEnvironment("worker", { ...stack, env, folder, awsMode: "sandbox" });
    expect(result).toMatchObject({
      AWS_ACCESS_KEY_ID: "sandbox",
      AWS_ENDPOINT_URL: stack.sandboxUrl,
      PATH: "/bin",
    });
    expect(result).not.toHaveProperty("AWS_PROFILE");
    expect(result).not.toHaveProperty("AWS_SESSION_TOKEN");
  });

  it("leaves the keys alone when AWS is real", () => {
    const result = partEnvironment("worker", {
      ...stack,
      env: { AWS_PROFILE: "production" },
      folder,
      awsMode: "aws",
    });
    expect(result.AWS_PROFILE).toBe("production");
    expect(result).not.toHaveProperty("AWS_ENDPOINT_URL");
  });

  it("gives each part the keys and passwords it uses, and no others", () => {
    const env = {
      AWS_SECRET_ACCESS_KEY: "real",
      NEXTAUTH_SECRET: "signs sessions",
      OIDC_CLIENT_SECRET: "of the provider",
      REDIS_URL: "redis://:password@redis",
      DATABASE_OWNER_URL: "postgresql://owner@127.0.0.1/greenroom",
      AUDIT_KEY_FILE: "/keys/audit.pem",
      PATH: "/bin",
    };
    const secretsOf = (part: "setup" | "portal" | "worker" | "sandbox") => {
      const given = partEnvironment(part, { ...stack, env, folder, awsMode: "aws" });
      expect(given.PATH).toBe("/bin");
      return Object.keys({ ...env, DATABASE_URL: "" }).filter((name) => name !== "PATH" && name in given);
    };
    expect(secretsOf("setup")).toEqual(["DATABASE_URL"]);
    expect(secretsOf("portal")).toEqual([
      "NEXTAUTH_SECRET",
      "OIDC_CLIENT_SECRET",
      "REDIS_URL",
      "DATABASE_URL",
    ]);
    expect(secretsOf("worker")).toEqual([
      "AWS_SECRET_ACCESS_KEY",
      "REDIS_URL",
      "AUDIT_KEY_FILE",
      "DATABASE_URL",
    ]);
    expect(secretsOf("sandbox")).toEqual([]);
  });

  it("makes a secret once, for its owner only", () => {
    const secret = () =>
      partEnvironment("portal", { ...stack, env: {}, folder, awsMode: "sandbox" }).NEXTAUTH_SECRET;
    const first = secret();
    expect(first?.length).toBeGreaterThanOrEqual(32);
    expect(secret()).toBe(first);
    expect(statSync(path.join(folder, "secret")).mode & 0o777).toBe(0o600);
  });
});

it("names what is wrong with AWS_MODE", () => {
  expect(readAwsMode({})).toBe("sandbox");
  expect(() => readAwsMode({ AWS_MODE: "azure" })).toThrow(/AWS_MODE=azure is not known/);
  expect(() => readAwsMode({ AWS_MODE: "endpoint" })).toThrow(/needs AWS_ENDPOINT_URL/);
});

describe("choosePort", () => {
  it("refuses a taken port that was asked for, and passes over a taken one that was not", async () => {
    const server = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as net.AddressInfo;
    await expect(choosePort(port)).rejects.toThrow(`Port ${port} is in use`);
    server.close();
    expect(await choosePort(undefined)).toBeGreaterThanOrEqual(4310);
  });

  it.each(["abc", "70000", "1.5"])("refuses PORT=%s", async (wanted) => {
    await expect(choosePort(wanted)).rejects.toThrow(`PORT=${wanted} is not a port`);
  });
});
