/**
 * Names of components in Korean. Models name them in English, as Infracost does, for usage files and tools read those;
 * pages show this. A name is `[label: ]base[ (qualifier)]`; each part is told by itself.
 */
const BASES: Readonly<Record<string, string>> = {
  "API requests": "API 요청",
  "Archival Storage": "로그 저장",
  "Archive processing": "아카이브 처리",
  "Archive storage": "아카이브 저장",
  Composite: "복합 경보",
  "Custom events published": "게시된 사용자 지정 이벤트",
  "Customer master key": "고객 관리형 키",
  "Data ingested": "수집된 데이터",
  "Data processed": "처리된 데이터",
  "Data storage": "데이터 저장",
  Duration: "실행 시간",
  "ECC GenerateDataKeyPair requests": "ECC 데이터 키 페어 생성 요청",
  "Early delete": "조기 삭제",
  "Email/Email-JSON notifications": "이메일 알림",
  Endpoint: "엔드포인트",
  "Ephemeral storage": "임시 스토리지",
  "FIFO Publish API payload": "FIFO 게시 페이로드",
  "FIFO Publish API requests": "FIFO 게시 요청",
  "FIFO notification payload": "FIFO 알림 페이로드",
  "FIFO notifications": "FIFO 알림",
  "GET, SELECT, and all other requests": "GET, SELECT 및 기타 요청",
  "Global table": "글로벌 테이블",
  "HTTP/HTTPS notifications": "HTTP/HTTPS 알림",
  "High resolution": "고해상도 경보",
  "High resolution anomaly detection": "고해상도 이상 탐지 경보",
  "Insights queries data scanned": "Logs Insights로 스캔한 데이터",
  "Kinesis Firehose notifications": "Firehose 알림",
  "Lifecycle transition": "수명 주기 전환",
  "MacOS notifications": "macOS 알림",
  "Mobile Push notifications": "모바일 푸시 알림",
  "Monitoring and automation": "모니터링 및 자동화",
  "NAT gateway": "NAT 게이트웨이",
  "On-demand backup storage": "온디맨드 백업 저장",
  "PUT, COPY, POST, LIST requests": "PUT, COPY, POST, LIST 요청",
  "Point-In-Time Recovery (PITR) backup storage": "특정 시점 복구(PITR) 백업 저장",
  "Public IPv4 address": "퍼블릭 IPv4 주소",
  "RSA GenerateDataKeyPair requests": "RSA 데이터 키 페어 생성 요청",
  "Read capacity unit": "읽기 용량 단위",
  "Read request unit": "읽기 요청 단위",
  Replica: "복제본",
  "Replicated write capacity unit": "복제 쓰기 용량 단위",
  "Replicated write request unit": "복제 쓰기 요청 단위",
  Requests: "요청",
  "Retrieval requests": "검색 요청",
  Retrievals: "데이터 검색",
  "SMS notifications": "SMS 알림",
  "Schema discovery": "스키마 검색",
  Secret: "보안 암호",
  "Select data returned": "S3 Select 반환 데이터",
  "Select data scanned": "S3 Select 스캔 데이터",
  "Standard resolution": "표준 해상도 경보",
  "Standard resolution anomaly detection": "표준 해상도 이상 탐지 경보",
  Storage: "저장",
  "Streams read request unit": "스트림 읽기 요청 단위",
  "Table data restored": "복원된 테이블 데이터",
  "Third-party events published": "게시된 서드 파티 이벤트",
  "Write capacity unit": "쓰기 용량 단위",
  "Write request unit": "쓰기 요청 단위",
  // Storage classes, as labels.
  "Glacier deep archive": "Glacier Deep Archive",
  "Glacier flexible retrieval": "Glacier Flexible Retrieval",
  "Intelligent tiering": "Intelligent-Tiering",
  "One zone - infrequent access": "One Zone-IA",
  Standard: "Standard",
  "Standard - infrequent access": "Standard-IA",
};

const QUALIFIERS: Readonly<Record<string, string>> = {
  "archive access": "아카이브 액세스",
  asymmetric: "비대칭",
  bulk: "대량",
  "deep archive access": "딥 아카이브 액세스",
  expedited: "신속",
  "frequent access": "빈번한 액세스",
  "infrequent access": "간헐적 액세스",
  standard: "표준",
};

const UNITS: Readonly<Record<string, string>> = {
  "100 notifications": "알림 100건",
  "100k notifications": "알림 10만 건",
  "10k requests": "요청 1만 건",
  "1M events": "이벤트 100만 건",
  "1M notifications": "알림 100만 건",
  "1M requests": "요청 100만 건",
  "1k objects": "객체 1천 개",
  "1k requests": "요청 1천 건",
  "GB-seconds": "GB-초",
  "alarm metrics": "경보 지표",
  alarms: "경보",
  hours: "시간",
  months: "개월",
};

/** The Korean name of a component; undefined when a part of it has none. */
export function koreanName(name: string): string | undefined {
  const colon = name.indexOf(": ");
  if (colon < 0) return koreanPart(name);
  const [label, rest] = [koreanPart(name.slice(0, colon)), koreanPart(name.slice(colon + 2))];
  return label && rest && `${label}: ${rest}`;
}

/** Units that are symbols ("GB", "WCU") read the same in both languages. */
export function koreanUnit(unit: string): string {
  return UNITS[unit] ?? unit;
}

function koreanPart(part: string): string | undefined {
  if (BASES[part]) return BASES[part];
  const match = /^(.+?) \(([^()]+)\)$/.exec(part);
  const base = match && BASES[match[1] as string];
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
      .replace(/^within (\d+) days$/, "$1일 이내")
  );
}
