import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { partitionOf } from "@greenroom/template";
import { actions } from "./actions";
import { JSON_ACTIONS, readJsonInput } from "./actions/json-actions";
import { answerControl } from "./control/control-api";
import { refusals, toAwsError } from "./errors";
import { type Caller, callerOf, isSigned } from "./protocol/credentials";
import { refuseInputs } from "./protocol/inputs";
import { parseQuery, text } from "./protocol/query";
import { refusePages } from "./protocol/refuse-pages";
import { renderError, renderResponse } from "./protocol/render-xml";
import type { Sandbox } from "./sandbox";

/** CloudFormation takes about 51 kB of template; form encoding triples it at worst. */
const MAX_REQUEST_BYTES = 2_000_000;

const STS_ACTIONS = new Set(["AssumeRole", "GetCallerIdentity"]);

/** The HTTP front: AWS's Query protocol at "/", the sandbox's own JSON API under "/_sandbox/". */
export function createSandboxServer(sandbox: Sandbox): Server {
  return createServer((request, response) => {
    answer(sandbox, request, response).catch((error: unknown) => {
      const failure = toAwsError(error);
      send(response, failure.httpStatus, "text/xml", renderError(failure, randomUUID()));
    });
  });
}

async function answer(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?")[0] as string;
  const isControl = path.startsWith("/_sandbox/");
  const refusal = refusePages(request, isControl);
  if (refusal) {
    request.resume();
    return send(response, refusal.status, "application/json", JSON.stringify({ error: refusal.error }));
  }
  const body = await readBody(request);
  if (body === undefined) {
    const error = `The request is longer than ${MAX_REQUEST_BYTES} bytes.`;
    return send(response, 413, "application/json", JSON.stringify({ error }));
  }
  if (isControl) {
    const answered = answerControl(sandbox, request.method ?? "GET", path, body);
    return send(response, answered.status, "application/json", JSON.stringify(answered.body));
  }
  const target = request.headers["x-amz-target"]?.toString();
  if (target === undefined) answerAws(sandbox, request, response, body);
  else answerAwsJson(sandbox, request, response, target, body);
}

/** Services of the JSON protocol name the action in a header. */
function answerAwsJson(
  sandbox: Sandbox,
  { headers }: IncomingMessage,
  response: ServerResponse,
  target: string,
  body: string,
): void {
  const reply = (status: number, answer: object) =>
    send(response, status, "application/x-amz-json-1.1", JSON.stringify(answer));
  try {
    if (!isSigned(headers.authorization)) throw refusals.notSigned();
    const action = Object.hasOwn(JSON_ACTIONS, target) ? JSON_ACTIONS[target] : undefined;
    if (!action) throw refusals.unknownTarget(target);
    const { name, permission, act } = action;
    count(sandbox, name);
    const caller = callerOf(headers.authorization, headers["x-amz-security-token"]?.toString());
    if (sandbox.access.isDenied({ action: name, ...caller }))
      throw refusals.notAuthorized(caller.callerArn, permission, "*");
    reply(200, act(sandbox, caller, readJsonInput(body)));
  } catch (error) {
    const { code, message, httpStatus } = toAwsError(error);
    reply(httpStatus, { __type: code, message });
  }
}

function answerAws(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse, body: string): void {
  const requestId = randomUUID();
  try {
    if (!isSigned(request.headers.authorization)) throw refusals.notSigned();
    const query = parseQuery(body);
    const action = text(query, "Action") ?? "";
    const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!act) throw refusals.unknownAction(action);
    count(sandbox, action);
    const token = request.headers["x-amz-security-token"]?.toString();
    const caller = callerOf(request.headers.authorization, token);
    if (sandbox.access.isDenied({ action, ...caller }))
      throw refusals.notAuthorized(caller.callerArn, ...wanted(action, caller, text(query, "StackName")));
    refuseInputs(action, query);
    const result = act({ sandbox, query, ...caller });
    const version = text(query, "Version") ?? "2010-05-15";
    send(response, 200, "text/xml", renderResponse(action, version, result, requestId));
  } catch (error) {
    const failure = toAwsError(error);
    send(response, failure.httpStatus, "text/xml", renderError(failure, requestId));
  }
}

/** @throws Throttling where that was asked for */
function count({ counters, throttles }: Sandbox, action: string): void {
  counters.set(action, (counters.get(action) ?? 0) + 1);
  if (throttles.take(action)) throw refusals.throttled();
}

/** A call as a policy names it, and what it is about. */
function wanted(action: string, { accountId, region }: Caller, name = "*"): [string, string] {
  if (STS_ACTIONS.has(action)) return [`sts:${action}`, "*"];
  const stack = `arn:${partitionOf(region)}:cloudformation:${region}:${accountId}:stack/${name}/*`;
  return [`cloudformation:${action}`, name.startsWith("arn:") ? name : stack];
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_REQUEST_BYTES) chunks.push(chunk);
  }
  return length > MAX_REQUEST_BYTES ? undefined : Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}
