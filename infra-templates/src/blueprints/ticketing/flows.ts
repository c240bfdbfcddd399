import type { Flow } from "../../flows/flow";
import { by } from "../../flows/flow";
import { UNCACHED_SHARE, visitorFlows, visitsOf } from "../../flows/visits";
import { wayOutFlows } from "../../flows/way-out";
import { spread } from "../../flows/zones";
import { replicaRegions } from "../../stacks/data/settings";
import { READ_SHARE, REPLICATED_KB } from "../../stacks/data/usage";
import { requestsPerMonth, reservationsPerMonth } from "../../traffic/rates";
import type { TicketingSpec } from "./stacks";

/** None of these is measured yet. */
const CACHE_COMMANDS = 2;
const CACHE_KB = 1;
const PASSED_KB = 2;
const QUERY_SHARE = 0.1;
const QUERY_KB = 4;
const READ_KB = 4;

/** Everything that moves in a month of the platform, and on which way. */
export function ticketingFlows(spec: TicketingSpec): Flow[] {
  return [
    ...visitorFlows(spec),
    ...(spec.cluster.enabled ? serviceFlows(spec) : []),
    ...wayOutFlows(spec.network, spec.traffic.natGbPerMonth),
    ...replicationFlows(spec),
  ];
}

/** What the services exchange with each other and with what holds their data. */
function serviceFlows(spec: TicketingSpec): Flow[] {
  const { network, cache, aurora, edge, traffic } = spec;
  const requests = requestsPerMonth(traffic);
  const hasFront = edge.enabled && edge.alb;
  const toServices = hasFront ? visitsOf(spec).toServices : requests * UNCACHED_SHARE;
  const flows: Flow[] = [
    ...spread(network.zones, "acrossZones", {
      from: "services",
      to: "services",
      gb: (toServices * PASSED_KB) / 1e6,
      assumption: {
        en: `Each request to the API is passed on to one more service, ${PASSED_KB} KB with its answer; services stand in all zones evenly`,
        ko: `API 요청마다 다른 서비스 하나로 전달되며 응답 포함 ${PASSED_KB}KB, 서비스는 모든 영역에 고르게 분포`,
      },
    }),
    {
      from: "tables",
      to: "services",
      path: by("gatewayEndpoint"),
      gb: (requests * READ_SHARE * READ_KB) / 1e6,
      assumption: {
        en: `1 of 5 requests reads the tables, ${READ_KB} KB`,
        ko: `요청 5건 중 1건이 테이블을 ${READ_KB}KB 읽음`,
      },
    },
  ];
  if (cache.enabled) {
    flows.push(
      ...spread(network.zones, "acrossZonesToService", {
        from: "services",
        to: "cache",
        gb: (toServices * CACHE_COMMANDS * CACHE_KB) / 1e6,
        assumption: {
          en: `${CACHE_COMMANDS} commands to the cache for each request to the API, ${CACHE_KB} KB each with its answer; only the services' side is charged`,
          ko: `API 요청마다 캐시 명령 ${CACHE_COMMANDS}개, 응답 포함 각 ${CACHE_KB}KB이며 서비스 쪽만 과금`,
        },
      }),
    );
  }
  if (aurora.enabled) {
    flows.push(
      ...spread(network.zones, "acrossZonesToService", {
        from: "database",
        to: "services",
        gb: (requests * QUERY_SHARE * QUERY_KB) / 1e6,
        assumption: {
          en: `1 of 10 requests asks the database, ${QUERY_KB} KB with its answer; only the services' side is charged`,
          ko: `요청 10건 중 1건이 데이터베이스를 조회하며 응답 포함 ${QUERY_KB}KB, 서비스 쪽만 과금`,
        },
      }),
    );
  }
  return flows;
}

function replicationFlows({ data, traffic }: TicketingSpec): Flow[] {
  return replicaRegions(data).map((region) => ({
    from: "tables",
    to: "otherRegion",
    path: by("toOtherRegion"),
    gb: (reservationsPerMonth(traffic) * REPLICATED_KB) / 1e6,
    assumption: {
      en: `Each reservation's writes, ${REPLICATED_KB} KB, are copied to ${region}`,
      ko: `예약마다 쓰기 ${REPLICATED_KB}KB를 ${region}에 복제`,
    },
  }));
}
