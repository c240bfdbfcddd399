import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { OAuth2Server } from "oauth2-mock-server";
import { startStack } from "../../scripts/stack.mjs";

/**
 * Resources take a five-hundredth of their real time: an environment with a cluster is built in three
 * seconds.
 */
const DURATIONS = 0.002;

/**
 * A sign-on server of a company, as far as OpenID Connect goes; it lets everybody in as the same new person.
 */
async function startSignOn(): Promise<OAuth2Server> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  server.issuer.url = `http://127.0.0.1:${server.address().port}`;
  server.service.on("beforeTokenSigning", ({ payload }: { payload: Record<string, unknown> }) => {
    Object.assign(payload, { sub: "nova", name: "Nova Lee", email: "nova@company.test" });
  });
  server.service.on("beforeUserinfo", (answer: { body: unknown }) => {
    answer.body = { sub: "nova", name: "Nova Lee", email: "nova@company.test" };
  });
  return server;
}

/**
 * Starts Postgres, sandbox, worker, portal and a sign-on server in a folder of their own, and stops them
 * after the last journey.
 */
export default async function startWholeStack(): Promise<() => Promise<void>> {
  const data = mkdtempSync(path.join(tmpdir(), "greenroom-e2e-"));
  const signOn = await startSignOn();
  const env = {
    ...process.env,
    OIDC_ISSUER: signOn.issuer.url,
    OIDC_CLIENT_ID: "greenroom",
    OIDC_CLIENT_SECRET: "only-for-this-test",
    OIDC_NAME: "Company sign-on",
  };
  const stack = await startStack({ data, port: 0, durations: DURATIONS, env });
  process.env.E2E_PORTAL_URL = stack.url;
  process.env.E2E_SANDBOX_URL = stack.sandboxUrl;
  process.env.E2E_DATABASE_URL = stack.databaseUrl;
  return async () => {
    await stack.stop();
    await signOn.stop();
    rmSync(data, { recursive: true, force: true });
  };
}
