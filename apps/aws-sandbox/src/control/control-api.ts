import { isObject, type JsonObject } from "@greenroom/template";
import { actions } from "../actions";
import { JSON_ACTIONS } from "../actions/json-actions";
import type { Sandbox } from "../sandbox";
import { ControlError, readDenial, readDuration, readFault, readRole, readThrottle } from "./control-input";
import { setAlarm } from "./set-alarm";
import { tamper } from "./tamper";

export interface ControlAnswer {
  status: number;
  body: object;
}

type Route = (sandbox: Sandbox, input: JsonObject) => object;

const ACTION_NAMES = [...Object.keys(actions), ...Object.values(JSON_ACTIONS).map(({ name }) => name)];

const ROUTES: Record<string, Route> = {
  "POST /_sandbox/faults": (sandbox, input) => {
    sandbox.faults.add(readFault(input));
    return { faults: sandbox.faults.list };
  },
  "DELETE /_sandbox/faults": (sandbox) => {
    sandbox.faults.clear();
    return { faults: [] };
  },
  "POST /_sandbox/tamper": tamper,
  "POST /_sandbox/alarms": setAlarm,
  "POST /_sandbox/durations": (sandbox, input) => {
    sandbox.durations.rules.push(readDuration(input));
    return { durations: sandbox.durations.rules };
  },
  "DELETE /_sandbox/durations": (sandbox) => {
    sandbox.durations.rules.length = 0;
    return { durations: [] };
  },
  "POST /_sandbox/throttle": (sandbox, input) => {
    sandbox.throttles.add(readThrottle(input, ACTION_NAMES));
    return { throttles: sandbox.throttles.list };
  },
  "DELETE /_sandbox/throttle": (sandbox) => {
    sandbox.throttles.clear();
    return { throttles: [] };
  },
  "POST /_sandbox/roles": (sandbox, input) => {
    const role = readRole(input);
    sandbox.access.roles.set(role.roleArn, role);
    return { roles: [...sandbox.access.roles.values()] };
  },
  "DELETE /_sandbox/roles": (sandbox) => {
    sandbox.access.roles.clear();
    return { roles: [] };
  },
  "POST /_sandbox/denials": (sandbox, input) => {
    sandbox.access.denials.push(readDenial(input, ACTION_NAMES));
    return { denials: sandbox.access.denials };
  },
  "DELETE /_sandbox/denials": (sandbox) => {
    sandbox.access.denials.length = 0;
    return { denials: [] };
  },
  "POST /_sandbox/reset": (sandbox) => {
    for (const { cancel } of sandbox.runs.values()) cancel.abort();
    sandbox.store.reset();
    sandbox.faults.clear();
    sandbox.throttles.clear();
    sandbox.access.clear();
    sandbox.durations.rules.length = 0;
    sandbox.counters.clear();
    return { reset: true };
  },
  "GET /_sandbox/state": stateOf,
  "GET /_sandbox/ledger": ({ store }) => ({ ledger: store.ledger }),
  "GET /_sandbox/health": ({ store }) => ({ status: "ok", stacks: store.stacks.size }),
};

/** Answers the sandbox's own JSON API. Bad input is told by field and remedy. */
export function answerControl(sandbox: Sandbox, method: string, path: string, body: string): ControlAnswer {
  const route = ROUTES[`${method} ${path}`];
  if (!route) {
    const known = Object.keys(ROUTES).join(", ");
    return { status: 404, body: { error: `There is no ${method} ${path}. The control API has: ${known}` } };
  }
  try {
    return { status: 200, body: route(sandbox, readBody(body)) };
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return { status: 400, body: { error: error.message, field: error.field } };
  }
}

function readBody(body: string): JsonObject {
  if (body.trim() === "") return {};
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    throw new ControlError("body", "is not JSON", 'send an object such as {"stackName": "my-stack"}');
  }
  if (!isObject(input))
    throw new ControlError("body", "is not an object", 'send one such as {"stackName": "my-stack"}');
  return input as JsonObject;
}

function stateOf({ store, counters, faults, throttles, durations }: Sandbox): object {
  const stacks = [...store.stacks.values()].map(
    ({ stackId, stackName, accountId, region, status, resources, events }) => ({
      stackId,
      stackName,
      accountId,
      region,
      status,
      eventCount: events.length,
      resources: [...resources.values()].map(
        ({ logicalId, type, physicalId, status: resourceStatus, live }) => ({
          logicalId,
          type,
          physicalId,
          status: resourceStatus,
          live,
        }),
      ),
    }),
  );
  return {
    stacks,
    retained: store.retained,
    calls: Object.fromEntries(counters),
    faults: faults.list,
    throttles: throttles.list,
    durations: { factor: durations.factor, rules: durations.rules },
  };
}
