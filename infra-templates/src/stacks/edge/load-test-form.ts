import type { FormField } from "../../model/form";

/** The rule that lets load generators past the firewall. */
export const loadTestFields: readonly FormField[] = [
  {
    path: "edge.loadTestUntil",
    kind: "date",
    label: { en: "Load test until", ko: "부하 테스트 종료일" },
    help: {
      en: "Until the end of this day (UTC) the firewall lets your load generators pass; then it stops by itself. At most 30 days ahead; empty for no load test.",
      ko: "이날이 끝날 때(UTC)까지 부하 생성기의 요청을 방화벽이 통과시키며, 이후에는 자동으로 통과시키지 않습니다. 최대 30일이며, 부하 테스트가 없으면 비워 두세요.",
    },
  },
  {
    path: "edge.loadTestSources",
    kind: "list",
    label: { en: "Load test from", ko: "부하 테스트 출발지" },
    help: {
      en: "Public networks of the load generators, one per line, like 203.0.113.0/28.",
      ko: "부하 생성기의 퍼블릭 네트워크를 한 줄에 하나씩 203.0.113.0/28처럼 입력하세요.",
    },
  },
  {
    path: "edge.loadTestAgent",
    kind: "text",
    label: { en: "User agent of the load test", ko: "부하 테스트의 User-Agent" },
    help: {
      en: "The load generators must send exactly this; other requests from their networks go through the firewall.",
      ko: "부하 생성기는 정확히 이 값을 보내야 하며, 같은 네트워크의 다른 요청은 방화벽을 거칩니다.",
    },
  },
];
