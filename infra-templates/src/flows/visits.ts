import type { EdgeSpec } from "../stacks/edge/edge-spec";
import { requestsPerMonth } from "../traffic/rates";
import { by, type Flow } from "./flow";

/**
 * Of the requests, those that CloudFront does not answer from its cache: the API's where there is one, else
 * reads of files.
 */
export const UNCACHED_SHARE = 0.3;
/** Of the requests to a site beside an API, files that CloudFront has to fetch. */
const FETCHED_SHARE = 0.01;
const REQUEST_KB = 1;

/** Where the requests of a month go. Each comes in by CloudFront or by the accelerator. */
export interface Visits {
  byCloudFront: number;
  byAccelerator: number;
  /** To the API, however they came. */
  toServices: number;
  /** Of those that CloudFront took: to the API, and reads of the bucket. */
  cloudFrontToServices: number;
  cloudFrontToBucket: number;
}

/**
 * The accelerator takes the API's requests away from CloudFront: the API's name leads past it. What its dial
 * holds back moves nothing.
 */
export function visitsOf({ edge, accelerator, traffic }: EdgeSpec): Visits {
  const requests = requestsPerMonth(traffic);
  const uncached = requests * UNCACHED_SHARE;
  if (!edge.alb) {
    return {
      byCloudFront: requests,
      byAccelerator: 0,
      toServices: 0,
      cloudFrontToServices: 0,
      cloudFrontToBucket: uncached,
    };
  }
  const isAccelerated = accelerator?.enabled ?? false;
  const byAccelerator = isAccelerated ? (uncached * accelerator!.trafficPercent) / 100 : 0;
  const cloudFrontToServices = isAccelerated ? 0 : uncached;
  return {
    byCloudFront: isAccelerated ? requests - uncached : requests,
    byAccelerator,
    toServices: byAccelerator + cloudFrontToServices,
    cloudFrontToServices,
    cloudFrontToBucket: requests * FETCHED_SHARE,
  };
}

/** Requests and answers between visitors and the site, by CloudFront and by the accelerator. */
export function visitorFlows(spec: EdgeSpec): Flow[] {
  if (!spec.edge.enabled) return [];
  const visits = visitsOf(spec);
  const { kbPerResponse } = spec.traffic;
  const gbOut = (requests: number) => (requests * kbPerResponse) / 1e6;
  const gbIn = (requests: number) => (requests * REQUEST_KB) / 1e6;
  const answers = {
    en: `Your response size (${kbPerResponse} KB) for each request that CloudFront takes, by visitors in Asia Pacific`,
    ko: `CloudFront가 받는 요청마다 입력한 응답 크기(${kbPerResponse}KB), 아시아 태평양 방문자`,
  };
  const flows: Flow[] = [
    {
      from: "cloudFront",
      to: "visitors",
      path: by("cloudFrontToVisitors"),
      gb: gbOut(visits.byCloudFront - visits.cloudFrontToServices - visits.cloudFrontToBucket),
      assumption: answers,
    },
    {
      from: "siteBucket",
      to: "visitors",
      path: by("originToCloudFront", "cloudFrontToVisitors"),
      gb: gbOut(visits.cloudFrontToBucket),
      assumption: answers,
    },
    {
      from: "visitors",
      to: "siteBucket",
      path: by("fromInternet", "cloudFrontToOrigin"),
      gb: gbIn(visits.cloudFrontToBucket),
      assumption: {
        en: "1 KB for each file that CloudFront has to fetch",
        ko: "CloudFront가 가져와야 하는 파일마다 1KB",
      },
    },
  ];
  if (!spec.edge.alb) return flows;
  return [
    ...flows,
    {
      from: "services",
      to: "visitors",
      path: by("loadBalancerToTargets", "loadBalancer", "originToCloudFront", "cloudFrontToVisitors"),
      gb: gbOut(visits.cloudFrontToServices),
      assumption: answers,
    },
    {
      from: "visitors",
      to: "services",
      path: by("fromInternet", "cloudFrontToOrigin", "loadBalancer", "loadBalancerToTargets"),
      gb: gbIn(visits.cloudFrontToServices),
      assumption: {
        en: "1 KB for each request to the API, 30 % of all, which CloudFront passes on",
        ko: "전체의 30%이며 CloudFront가 전달하는 API 요청마다 1KB",
      },
    },
    ...(spec.accelerator?.enabled ? acceleratedFlows(spec, visits.byAccelerator) : []),
  ];

  function acceleratedFlows({ accelerator }: EdgeSpec, requests: number): Flow[] {
    const share = {
      en: `30 % of the requests are the API's and come by the accelerator, which lets ${accelerator?.trafficPercent} % through`,
      ko: `요청의 30%가 Global Accelerator로 들어오는 API 요청이며 ${accelerator?.trafficPercent}%를 전달`,
    };
    return [
      {
        from: "services",
        to: "visitors",
        path: by("loadBalancerToTargets", "loadBalancer", "outByAccelerator", "toInternet"),
        gb: gbOut(requests),
        assumption: share,
      },
      {
        from: "visitors",
        to: "services",
        path: by("fromInternet", "inByAccelerator", "loadBalancer", "loadBalancerToTargets"),
        gb: gbIn(requests),
        assumption: share,
      },
    ];
  }
}
