import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { readConfig } from "@greenroom/config";
import { createLogger } from "@greenroom/logger";
import next from "next";
import { noticePage } from "../notice-page";
import { answerHeaders } from "./answer-headers";
import { logConsole } from "./log-console";
import { type Refusal, refuseRequest } from "./refuse-request";
import { createSignInLimit } from "./sign-in-limit";

/**
 * Open streams are ended after this pause; their pages connect to the next process and go on where they were.
 */
const STREAM_GRACE_MS = 500;

/**
 * The portal's server: refuses what nobody should answer, gives every answer its headers, and leaves the rest
 * to Next. `--dev` serves the sources as they are edited.
 */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger("portal", config.LOG_LEVEL);
  logConsole(log);
  process.on("unhandledRejection", (err) => log.error({ err }, "a promise failed and nobody waited for it"));
  const isDevelopment = process.argv.includes("--dev");
  const app = next({
    dev: isDevelopment,
    dir: path.join(import.meta.dirname, "../../.."),
    hostname: config.PORTAL_HOST,
    port: config.PORT,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  const headers = answerHeaders(config.NEXTAUTH_URL);
  const signInWait = createSignInLimit(config.TRUSTED_PROXIES);

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.url?.startsWith("/api/")) response.setHeader("cache-control", "no-store");
    const refusal = refuseRequest(request, config.NEXTAUTH_URL) ?? tooFast(signInWait(request));
    if (!refusal) return void handle(request, response);
    // The query stays out of the log: it may hold what a provider signs people in with.
    const path = request.url?.split("?")[0];
    log.warn({ status: refusal.status, method: request.method, path, host: request.headers.host }, "refused");
    refuse(request, response, refusal, config.NEXTAUTH_URL);
  });
  server.listen(config.PORT, config.PORTAL_HOST, () => log.info({ port: config.PORT }, "ready"));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), STREAM_GRACE_MS).unref();
    });
  }
}

const tooFast = (seconds: number): Refusal | undefined =>
  seconds === 0 ? undefined : { status: 429, notice: "tooFast", values: { seconds: String(seconds) } };

/**
 * A refusal as a page for people; the sign-in page, which posts by script, is sent back to itself and says it
 * there.
 */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, notice, values }: Refusal,
  publicUrl: string,
): void {
  request.resume();
  if (status === 429) response.setHeader("retry-after", values.seconds ?? "1");
  if (status === 429 && request.method === "POST") {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(
      JSON.stringify({ url: `${new URL(publicUrl).origin}/sign-in?error=TooFast&seconds=${values.seconds}` }),
    );
    return;
  }
  const page = noticePage(notice, values);
  response.statusCode = status;
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  if (status === 405) response.setHeader("allow", "GET, HEAD, POST");
  response.end(page.html);
}

await main();
