import { visitsOf } from "../../flows/visits";
import type { StackUsage } from "../../model/stack-model";
import { DAYS_PER_MONTH, explain, moving, steady } from "../../model/usage-value";
import { type EdgeSpec, hasViewerFunction } from "./edge-spec";

const CONNECTION_REUSE = 100;
const LOG_RECORD_BYTES = 200;
const SITE_GB = 1;
/** CloudFront's price group of Korea and most of Asia. */
const GROUP = "asia_pacific";

/**
 * Figures that follow from the traffic: requests, connections, logs. What moves is told by the blueprint's
 * flows.
 */
export function edgeUsage(spec: EdgeSpec): StackUsage {
  const { edge } = spec;
  const visits = visitsOf(spec);
  const fetched = edge.alb
    ? explain(
        "CloudFront fetches a file for one of a hundred requests",
        "요청 100건 중 1건마다 CloudFront가 파일을 가져옵니다",
      )
    : explain(
        "CloudFront answers 70 % of the requests from its cache, the rest go on",
        "CloudFront가 요청의 70%를 캐시에서 응답하고 나머지를 전달합니다",
      );
  const usage: StackUsage = {
    Distribution: {
      [`monthly_https_requests.${GROUP}`]: moving(
        visits.byCloudFront,
        explain(
          "Every request that CloudFront takes, by visitors in Asia Pacific",
          "CloudFront가 받는 모든 요청, 아시아 태평양 방문자",
        ),
      ),
    },
    SiteBucket: {
      "standard.storage_gb": steady(SITE_GB, {
        en: "A site of 1 GB with its old versions",
        ko: "이전 버전을 포함한 1GB의 사이트",
      }),
      "standard.monthly_tier_2_requests": moving(visits.cloudFrontToBucket, fetched),
    },
  };
  if (edge.accessLogs) usage.LogBucket = logUsage(spec, visits.byCloudFront + visits.byAccelerator);
  if (hasViewerFunction(spec)) {
    usage.ViewerFunction = {
      monthly_requests: moving(visits.byCloudFront - visits.cloudFrontToServices, {
        en: "Every request of the site; the API's do not run it. Low is half, high is double",
        ko: "API를 제외한 사이트의 모든 요청이며 최저는 절반, 최고는 두 배입니다",
      }),
    };
  }
  if (edge.alb && spec.accelerator?.enabled) {
    usage.OriginSecret = {
      monthly_requests: steady(10, { en: "Read when something is deployed", ko: "배포할 때만 조회" }),
    };
  }
  if (edge.alb) {
    usage.Alb = {
      new_connections: moving(
        visits.toServices / CONNECTION_REUSE,
        explain("A connection for a hundred requests to the API", "API 요청 100건마다 연결 하나"),
      ),
    };
  }
  return usage;
}

function logUsage({ edge }: EdgeSpec, requests: number): StackUsage[string] {
  const gb = (requests * LOG_RECORD_BYTES) / 1e9;
  return {
    "standard.storage_gb": moving(
      (gb * edge.accessLogDays) / DAYS_PER_MONTH,
      explain(
        "200 bytes of compressed log for every request, kept as long as you chose",
        "요청마다 압축 로그 200바이트를 선택한 기간 동안 보관",
      ),
    ),
    "standard.monthly_tier_1_requests": steady(60 * 730, {
      en: "One log file a minute",
      ko: "분당 로그 파일 1개",
    }),
  };
}
