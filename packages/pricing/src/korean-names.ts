import { KOREAN_BASES } from "./korean-bases";

const QUALIFIERS: Readonly<Record<string, string>> = {
  "archive access": "아카이브 액세스",
  asymmetric: "비대칭",
  bulk: "대량",
  "deep archive access": "딥 아카이브 액세스",
  expedited: "신속",
  higher: "상향",
  "frequent access": "빈번한 액세스",
  "infrequent access": "간헐적 액세스",
  standard: "표준",
  "account creation": "계정 생성",
  "account takeover": "계정 탈취",
  "additional copies": "추가 사본",
  advanced: "고급",
  cold: "콜드",
  "extended support": "연장 지원",
  "item-level": "항목 수준",
  magnetic: "마그네틱",
  serverless: "서버리스",
  warm: "웜",
  name: "이름",
  "wildcard name": "와일드카드 이름",
};

const UNITS: Readonly<Record<string, string>> = {
  "100 notifications": "알림 100건",
  "100k notifications": "알림 10만 건",
  "10k requests": "요청 1만 건",
  "1M events": "이벤트 100만 건",
  "1M notifications": "알림 100만 건",
  "1M requests": "요청 100만 건",
  "1k objects": "객체 1천 개",
  "1M objects": "객체 100만 개",
  "10k tags": "태그 1만 개",
  "1k requests": "요청 1천 건",
  "GB-seconds": "GB-초",
  units: "단위",
  "consumer-shard hour": "소비자-샤드 시간",
  "node-seconds": "노드-초",
  "1M minutes": "100만 분",
  "1M messages": "메시지 100만 건",
  "ACU-hours": "ACU-시간",
  "GB-hours": "GB-시간",
  "vCPU-hours": "vCPU-시간",
  "vCPU-month": "vCPU-월",
  rules: "규칙",
  groups: "그룹",
  settings: "설정",
  issuances: "발급",
  users: "사용자",
  metrics: "지표",
  records: "항목",
  evaluations: "평가",
  runs: "회",
  paths: "경로",
  certificates: "인증서",
  requests: "요청",
  checks: "검사",
  events: "이벤트",
  minutes: "분",
  "1M request": "요청 100만 건",
  "1M queries": "쿼리 100만 건",
  "1M invocations": "호출 100만 건",
  "1M responses": "응답 100만 건",
  "1M lines": "100만 줄",
  "1M change-records": "변경 레코드 100만 건",
  "1M ECPUs": "100만 ECPU",
  "1B samples": "샘플 10억 개",
  "10M samples": "샘플 1천만 개",
  "1k attempts": "시도 1천 회",
  "1000 requests": "요청 1천 건",
  "1K transitions": "전환 1천 회",
  "10k interactions": "상호 작용 1만 회",
  "100k events": "이벤트 10만 건",
  "alarm metrics": "경보 지표",
  alarms: "경보",
  hours: "시간",
  months: "개월",
};

/**
 * The Korean name of a component, which is `[label: ]base[ (qualifier)]`, each part told by itself; undefined when a part of
 * it has none.
 */
export function koreanName(name: string): string | undefined {
  // Many resources have components of the same name; those with an instance type or a region in it are few.
  if (KNOWN.has(name)) return KNOWN.get(name);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const translated = translate(name);
  KNOWN.set(name, translated);
  return translated;
}

const NOT_PRICED = "Not priced: ";
const KNOWN = new Map<string, string | undefined>();
/** Templates of users bring names of their own making, so what is remembered has a bound. */
const MOST_KNOWN = 5000;

function translate(name: string): string | undefined {
  const colon = name.indexOf(": ");
  if (colon < 0) return koreanPart(name);
  // What is not priced is named as the template has it.
  if (name.startsWith(NOT_PRICED)) return `가격 미반영: ${name.slice(NOT_PRICED.length)}`;
  const [label, rest] = [koreanPart(name.slice(0, colon)), koreanPart(name.slice(colon + 2))];
  return label && rest && `${label}: ${rest}`;
}

/** Units that are symbols ("GB", "WCU") read the same in both languages. */
export function koreanUnit(unit: string): string {
  return UNITS[unit] ?? unit.replace(/^hours \((.+) DPUs?\)$/, "시간($1 DPU)");
}

function koreanPart(part: string): string | undefined {
  const volume = /^Volume (\d+)$/.exec(part);
  if (volume) return `볼륨 ${volume[1]}`;
  if (KOREAN_BASES[part]) return KOREAN_BASES[part];
  const match = /^(.+?) \(([^()]+)\)$/.exec(part);
  const base = match && KOREAN_BASES[match[1] as string];
  return base ? `${base}(${koreanQualifier(match[2] as string)})` : undefined;
}

/** Bounds of tiers and periods are turned around; regions and unit symbols stay. */
function koreanQualifier(qualifier: string): string {
  return (
    QUALIFIERS[qualifier] ??
    qualifier
      .replace(/^first (.+)$/, "처음 $1")
      .replace(/^next (.+)$/, "다음 $1")
      .replace(/^over (.+)$/, "$1 초과")
      .replace(/^above (.+)$/, "$1 초과")
      .replace(/^within (\d+) days$/, "$1일 이내")
      .replace("general purpose SSD", "범용 SSD")
      .replace("provisioned IOPS SSD", "프로비저닝된 IOPS SSD")
      .replace("throughput optimized HDD", "처리량 최적화 HDD")
      .replace("cold HDD", "콜드 HDD")
      .replace("on-demand", "온디맨드")
      .replace("reserved", "예약")
      .replace("spot", "스팟")
      .replace("autoscaling", "자동 조정")
      .replace(/^year (\d)$/, "$1년차")
      .replace(/unknown (type|class)/, "유형 미정")
  );
}
