import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** CloudFormation's name of a call, e.g. "CreateChangeSet". */
type Action = string;

export interface CloudProxy {
  url: string;
  /** Called before a call is passed on; while its promise is open the call is held back. */
  onRequest: (action: Action) => Promise<void> | void;
  /** Called after the cloud has answered and before the caller hears it. */
  onAnswered: (action: Action) => Promise<void> | void;
  /** Every connection is cut while this is set, as if the cloud were away. */
  isAway: boolean;
  close(): Promise<void>;
}

/**
 * Stands between a worker and the sandbox, so that a test can crash, hold or cut the line at a chosen call.
 */
export async function startCloudProxy(upstream: string): Promise<CloudProxy> {
  const proxy: CloudProxy = {
    url: "",
    onRequest: () => {},
    onAnswered: () => {},
    isAway: false,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const action = new URLSearchParams(body).get("Action") ?? "";
    if (proxy.isAway) return request.socket.destroy();
    await proxy.onRequest(action);
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      ["host", "content-length", "connection"].includes(name) || value === undefined
        ? []
        : [[name, String(value)] as [string, string]],
    );
    const answer = await fetch(upstream + (request.url ?? "/"), { method: request.method, headers, body });
    const text = await answer.text();
    await proxy.onAnswered(action);
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/xml" });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
