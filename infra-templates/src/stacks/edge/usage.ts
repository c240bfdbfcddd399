import type { StackUsage } from "../../stack-model";
import { requestsPerMonth } from "../../traffic";
import { DAYS_PER_MONTH, explain, moving, steady } from "../../usage-value";
import { type EdgeSpec, hasViewerFunction } from "./edge-spec";

/** CloudFront answers these from its cache; the rest goes on to the load balancer, or to the bucket where there is none. */
const CACHED_SHARE = 0.7;
const CONNECTION_REUSE = 100;
const REQUEST_KB = 1;
const LOG_RECORD_BYTES = 200;
const SITE_GB = 1;
/** CloudFront's price group of Korea and most of Asia. */
const GROUP = "asia_pacific";

/** Figures that follow from the traffic: requests, data out, capacity units of the load balancer, logs. */
export function edgeUsage(spec: EdgeSpec): StackUsage {
  const { edge, traffic } = spec;
  const requests = requestsPerMonth(traffic);
  const passed = requests * (1 - CACHED_SHARE);
  const outGb = (requests * traffic.kbPerResponse) / 1e6;
  const every = explain("Every request, by visitors in Asia Pacific", "아시아 태평양 방문자의 모든 요청");
  const rest = explain(
    "CloudFront answers 70 % of the requests from its cache, the rest go on",
    "CloudFront가 요청의 70%를 캐시에서 응답하고 나머지를 전달합니다",
  );
  const usage: StackUsage = {
    Distribution: {
      [`monthly_https_requests.${GROUP}`]: moving(requests, every),
      [`monthly_data_transfer_to_internet_gb.${GROUP}`]: moving(
        outGb,
        explain("Your size of an answer for every request", "모든 요청에 입력한 응답 크기를 적용한 값"),
      ),
      [`monthly_data_transfer_to_origin_gb.${GROUP}`]: moving((passed * REQUEST_KB) / 1e6, rest),
    },
    SiteBucket: {
      "standard.storage_gb": steady(SITE_GB, {
        en: "A site of 1 GB with its old versions",
        ko: "이전 버전을 포함한 1GB의 사이트",
      }),
      "standard.monthly_tier_2_requests": moving(edge.alb ? requests * 0.01 : passed, rest),
    },
  };
  if (edge.accessLogs) usage.LogBucket = logUsage(spec, requests);
  if (hasViewerFunction(spec)) {
    usage.ViewerFunction = {
      monthly_requests: moving(edge.alb ? requests - passed : requests, {
        en: "Every request of the site; the API's do not run it. Low is half, high is twice of it",
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
      processed_bytes_gb: moving(outGb * (1 - CACHED_SHARE), rest),
      new_connections: moving(
        passed / CONNECTION_REUSE,
        explain(
          "CloudFront opens a connection for a hundred of those requests",
          "CloudFront는 그 요청 100건마다 연결 하나를 엽니다",
        ),
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
