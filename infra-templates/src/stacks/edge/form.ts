import type { FieldCondition, FormField, SettingsSection } from "../../model/form";
import { DAYS, retentionChoices } from "../../model/form-choices";
import { loadTestFields } from "./load-test-form";

const whenOn: FieldCondition = { path: "edge.enabled", equals: true };
const whenLogged: FieldCondition = { path: "edge.accessLogs", equals: true };

const siteFields: readonly FormField[] = [
  {
    path: "edge.domain",
    kind: "text",
    label: { en: "Domain", ko: "도메인" },
    help: {
      en: "The site's name, below a domain that your organisation has registered; the API answers at api. before it. Nobody else may use it.",
      ko: "조직이 등록한 도메인 아래의 사이트 이름이며 API는 앞에 api.를 붙인 이름으로 응답합니다. 다른 곳에서 쓰지 않는 이름이어야 합니다.",
    },
    isFixedAfterCreate: true,
  },
  {
    path: "edge.parentZoneId",
    kind: "text",
    label: { en: "Parent zone id", ko: "상위 영역 ID" },
    help: {
      en: "The account's Route 53 zone above the domain. Left empty, somebody must delegate the domain by hand: the deployment waits for it at the certificate.",
      ko: "도메인 상위의 Route 53 영역입니다. 비워 두면 도메인을 직접 위임해야 하며, 위임될 때까지 배포는 인증서 발급을 기다립니다.",
    },
  },
  {
    path: "edge.viewerFunction",
    kind: "choice",
    label: { en: "CloudFront function", ko: "CloudFront 함수" },
    help: {
      en: "Runs before the cache, for $0.10 per million requests of the site.",
      ko: "캐시 앞에서 실행되며 사이트 요청 100만 건당 $0.10입니다.",
    },
    choices: [
      { value: "none", label: { en: "None", ko: "없음" } },
      { value: "rewrite", label: { en: "Index page of each folder", ko: "폴더별 색인 페이지" } },
      {
        value: "redirect",
        label: { en: "Index pages, and www redirects here", ko: "색인 페이지, www 리디렉션" },
      },
    ],
  },
  {
    path: "edge.priceClass",
    kind: "choice",
    label: { en: "Edge locations", ko: "엣지 로케이션" },
    help: {
      en: "Visitors far from all of the chosen ones wait longer.",
      ko: "선택한 위치에서 멀리 있는 방문자는 응답이 더 느립니다.",
    },
    choices: [
      { value: "PriceClass_100", label: { en: "North America and Europe", ko: "북미, 유럽" } },
      {
        value: "PriceClass_200",
        label: { en: "Asia, Middle East and Africa too", ko: "아시아, 중동, 아프리카 포함" },
      },
      { value: "PriceClass_All", label: { en: "All", ko: "전체" } },
    ],
  },
  {
    path: "edge.siteRetentionDays",
    kind: "number",
    label: { en: "Keep old versions of files for", ko: "이전 파일 버전 보존 기간" },
    unit: DAYS,
    min: 1,
    max: 365,
  },
  {
    path: "edge.accessLogs",
    kind: "switch",
    label: { en: "Access logs", ko: "액세스 로그" },
    help: {
      en: "Of CloudFront, the load balancer and the bucket, in a bucket of their own.",
      ko: "CloudFront, 로드 밸런서, 버킷의 로그를 별도 버킷에 보관합니다.",
    },
  },
  {
    path: "edge.accessLogDays",
    kind: "number",
    label: { en: "Keep access logs for", ko: "액세스 로그 보존 기간" },
    unit: DAYS,
    min: 1,
    max: 3650,
    visibleWhen: [whenLogged],
  },
];

const wafFields: readonly FormField[] = [
  {
    path: "edge.botControl",
    kind: "switch",
    label: { en: "Bot Control", ko: "봇 컨트롤" },
    help: {
      en: "Known bots must pass a CAPTCHA; those that AWS has verified, such as search engines, do not. $10 a month, and $1 per million requests.",
      ko: "알려진 봇은 CAPTCHA를 통과해야 하며, 검색 엔진처럼 AWS가 확인한 봇은 제외됩니다. 월 $10와 요청 100만 건당 $1입니다.",
    },
  },
  {
    path: "edge.rateLimitPerMinute",
    kind: "number",
    label: { en: "Requests per address and minute", ko: "주소별 분당 요청 수" },
    help: {
      en: "On /api/v1. An address that sends more is blocked until it slows down.",
      ko: "/api/v1 기준입니다. 이보다 많이 보내는 주소는 요청이 줄 때까지 차단됩니다.",
    },
    min: 10,
    max: 1_000_000,
  },
  {
    path: "edge.wafLogs",
    kind: "choice",
    label: { en: "Firewall log", ko: "방화벽 로그" },
    help: {
      en: "All requests cost about $1.1 per million.",
      ko: "모든 요청을 기록하면 100만 건당 약 $1.1입니다.",
    },
    choices: [
      { value: "stopped", label: { en: "Blocked and CAPTCHA requests", ko: "차단 및 CAPTCHA 요청" } },
      { value: "all", label: { en: "All requests", ko: "모든 요청" } },
    ],
  },
  {
    path: "edge.wafLogRetentionDays",
    kind: "choice",
    label: { en: "Keep the firewall log for", ko: "방화벽 로그 보존 기간" },
    choices: retentionChoices,
  },
];

/** What every edge has, with or without a load balancer. */
export const siteEdgeFields: readonly FormField[] = [...siteFields, ...wafFields, ...loadTestFields];

export const edgeSection: SettingsSection = {
  title: { en: "Edge", ko: "엣지" },
  help: {
    en: "CloudFront with a firewall in front of the site and the API, with their domain and certificates.",
    ko: "사이트와 API 앞의 CloudFront와 방화벽, 도메인, 인증서입니다.",
  },
  fields: [
    { path: "edge.enabled", kind: "switch", label: { en: "Edge", ko: "엣지" } },
    {
      path: "edge.alb",
      kind: "switch",
      label: { en: "Load balancer", ko: "로드 밸런서" },
      help: {
        en: "Routes /api to the cluster; only CloudFront reaches it. From $18 a month, plus its addresses.",
        ko: "/api를 클러스터로 연결하며 CloudFront에서만 접근할 수 있습니다. 월 $18부터이며 주소 요금은 별도입니다.",
      },
      visibleWhen: [whenOn],
    },
    {
      path: "edge.deletionProtection",
      kind: "switch",
      label: { en: "Protect the load balancer from deletion", ko: "로드 밸런서 삭제 방지" },
      help: {
        en: "Switch it off before you destroy the environment: AWS does not delete a protected load balancer.",
        ko: "환경을 삭제하기 전에 끄세요. AWS는 보호된 로드 밸런서를 삭제하지 않습니다.",
      },
      visibleWhen: [whenOn, { path: "edge.alb", equals: true }],
    },
    ...siteEdgeFields.map((field) => ({ ...field, visibleWhen: [whenOn, ...(field.visibleWhen ?? [])] })),
  ],
};
