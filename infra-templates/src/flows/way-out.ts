import { ENDPOINT_SERVICES, endpointId } from "../stacks/network/endpoint-services";
import type { NetworkSettings } from "../stacks/network/settings";
import { natCount } from "../stacks/network/subnets";
import { by, type Flow, type Leg } from "./flow";
import { spread } from "./zones";

/**
 * Of what goes through NAT; the owners have not measured it. Images, updates and AWS's own services of the
 * region are the rest.
 */
const SENT_SHARE = 0.1;

/**
 * What machines in the private tiers exchange with AWS's services and the internet: the owner's figure for
 * data through NAT, of which interface endpoints take their share away. Without NAT gateways the rest has no
 * way.
 */
export function wayOutFlows(network: NetworkSettings, natGbPerMonth: number): Flow[] {
  const endpoints = network.interfaceEndpoints ? ENDPOINT_SERVICES : [];
  const byEndpoints = endpoints.map((endpoint): Flow => {
    const percent = Math.round(endpoint.share * 100);
    return {
      from: "nodes",
      to: "awsServices",
      path: [{ kind: "interfaceEndpoint", resource: endpointId(endpoint) }, ...by("withinRegion")],
      gb: natGbPerMonth * endpoint.share,
      assumption: {
        en: `${percent} % of your figure for data through NAT, assumed`,
        ko: `입력한 NAT 데이터의 ${percent}%로 가정`,
      },
    };
  });
  const share = endpoints.reduce((sum, endpoint) => sum + endpoint.share, 0);
  return [...byEndpoints, ...natFlows(network, natGbPerMonth * (1 - share), share)];
}

function natFlows(network: NetworkSettings, gb: number, movedShare: number): Flow[] {
  const gateways = natCount(network.nat, network.zones);
  const moved = Math.round(movedShare * 100);
  const figure = {
    en: moved > 0 ? `the ${100 - moved} % that no endpoint takes` : "all of it",
    ko: moved > 0 ? `엔드포인트로 가지 않는 ${100 - moved}%` : "전부",
  };
  const sent = {
    en: `Your figure for data through NAT, ${figure.en}; a tenth of it is sent to the internet, assumed`,
    ko: `입력한 NAT 데이터 중 ${figure.ko}이며 그 10분의 1을 인터넷으로 보낸다고 가정`,
  };
  return Array.from(
    { length: gateways },
    (_, index): Leg => ({
      kind: "nat",
      resource: `NatGateway${index + 1}`,
    }),
  ).flatMap((nat) => [
    ...throughNat("nodes", "internet", SENT_SHARE, [nat, ...by("toInternet")]),
    ...throughNat("internet", "nodes", 1 - SENT_SHARE, [nat, ...by("fromInternet")]),
  ]);

  /** With one gateway for all zones, what comes from the others crosses to it. */
  function throughNat(from: Flow["from"], to: Flow["to"], part: number, path: readonly Leg[]): Flow[] {
    const flow = { from, to, gb: (gb * part) / gateways, assumption: sent };
    return spread(network.nat === "single" ? network.zones : 1, "acrossZones", flow, path);
  }
}
