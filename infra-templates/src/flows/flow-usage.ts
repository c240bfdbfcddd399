import type { Usage } from "@greenroom/pricing/usage";
import type { LocalText } from "../model/local-text";
import { moving } from "../model/usage-value";
import { type Flow, meterOf } from "./flow";

interface Reading {
  gb: number;
  assumptions: LocalText[];
}

/**
 * Usage figures of the resources on the paths of flows: each GB counts once on every leg, wherever that leg
 * is charged.
 */
export function usageOfFlows(flows: readonly Flow[]): Usage {
  const readings = new Map<string, Reading>();
  for (const { path, gb, assumption } of flows) {
    for (const meter of path.flatMap((leg) => meterOf(leg) ?? [])) {
      const place = [meter.stack, meter.resource, meter.usageKey].join("\n");
      const before = readings.get(place) ?? { gb: 0, assumptions: [] };
      const isTold = before.assumptions.some(({ en }) => en === assumption.en);
      readings.set(place, {
        gb: before.gb + gb * meter.each,
        assumptions: isTold ? before.assumptions : [...before.assumptions, assumption],
      });
    }
  }
  const usage: Usage = {};
  for (const [place, { gb, assumptions }] of readings) {
    const [stack = "", resource = "", usageKey = ""] = place.split("\n");
    usage[stack] ??= {};
    usage[stack][resource] = { ...usage[stack][resource], [usageKey]: moving(gb, told(assumptions)) };
  }
  return usage;
}

function told(assumptions: readonly LocalText[]): LocalText {
  return {
    en: `${assumptions.map(({ en }) => en).join("; ")}. Low is half, high is double`,
    ko: `${assumptions.map(({ ko }) => ko).join("; ")}. 최저는 절반, 최고는 두 배입니다`,
  };
}

/**
 * Figures of the same resources from two places.
 * @throws Error when both give one figure: it would be charged as only one of them says
 */
export function joinUsage(one: Usage, other: Usage): Usage {
  const joined: Usage = { ...one };
  for (const [stack, resources] of Object.entries(other)) {
    joined[stack] = { ...joined[stack] };
    for (const [id, figures] of Object.entries(resources)) {
      const before = joined[stack][id] ?? {};
      const twice = Object.keys(figures).find((key) => Object.hasOwn(before, key));
      if (twice) throw new Error(`${stack}.${id} is given ${twice} twice`);
      joined[stack][id] = { ...before, ...figures };
    }
  }
  return joined;
}
