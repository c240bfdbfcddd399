import type { Flow } from "../../flows/flow";
import { wayOutFlows } from "../../flows/way-out";
import { spread } from "../../flows/zones";
import { requestsPerMonth } from "../../traffic/rates";
import type { CacheLabSpec } from "./stacks";

const COMMAND_KB = 1;

/** Everything that moves in a month of the lab: the load, and what its machines fetch. */
export function cacheLabFlows({ network, loadGenerator, traffic }: CacheLabSpec): Flow[] {
  const load =
    loadGenerator.instances > 0
      ? spread(network.zones, "acrossZonesToService", {
          from: "loadGenerator",
          to: "cache",
          gb: (requestsPerMonth(traffic) * COMMAND_KB) / 1e6,
          assumption: {
            en: `Each request is one command to the cache, ${COMMAND_KB} KB with its answer, from machines in all zones evenly; only the machines' side is charged`,
            ko: `요청마다 캐시 명령 1개, 응답 포함 ${COMMAND_KB}KB이며 서버는 모든 영역에 고르게 분포, 서버 쪽만 과금`,
          },
        })
      : [];
  return [...load, ...wayOutFlows(network, traffic.natGbPerMonth)];
}
