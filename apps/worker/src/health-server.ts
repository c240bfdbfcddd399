import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Health {
  ok: boolean;
  details: Record<string, boolean | string>;
}

/**
 * Answers GET /health on loopback: 200 while `read` says ok, else 503, with the details as JSON.
 * @param port 0 takes any free one
 */
export async function startHealthServer(
  port: number,
  read: () => Promise<Health>,
): Promise<{ port: number; close: () => void }> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.url !== "/health") return answer(404, { error: "Ask for /health." });
    read().then(
      (health) => answer(health.ok ? 200 : 503, health),
      () => answer(503, { ok: false, details: {} }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
