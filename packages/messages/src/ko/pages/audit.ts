import type { audit as english } from "../../en/pages/audit";
import type { Texts } from "../../texts";

export const audit = {
  audit: {
    title: "감사 기록",
    description: "모든 결정과 변경을 발생한 순서대로 기록합니다. 기록은 수정할 수 없습니다.",
    loading: "기록을 불러오는 중",
    anyAction: "모든 동작",
    anySubject: "모든 대상",
    verify: "체인 검증",
    onlyActor: "{name} 님의 기록만 보기",
    history: "이력",
    columns: {
      number: "번호",
      at: "시각",
      actor: "수행자",
      action: "동작",
      subject: "대상",
      reason: "사유",
    },
    subjects: {
      request: "요청",
      environment: "환경",
      run: "실행",
      costs: "비용",
      budget: "예산",
      discount: "할인",
      person: "사람",
      account: "계정",
    },
    intact: "항목 {count}개를 확인했으며 체인에 이상이 없습니다.",
    broken: "항목 {sequence}에서 체인이 끊어졌습니다. 변경되거나 삭제된 기록이 있으니 플랫폼 팀에 알리세요.",
    covered: "체크포인트 {number}(<at></at>) 기준으로 대조했으며, 항목 {sequence}까지 검증되었습니다.",
    uncovered:
      "{count, plural, =0 {그보다 새로운 항목은 없습니다.} other {더 새로운 항목 {count}개는 아직 체크포인트에 들어 있지 않아 체인으로만 확인했습니다.}}",
    noCheckpoint:
      "아직 서명된 체크포인트가 없습니다. 마지막 항목이 잘려 나갔거나 이후의 해시까지 모두 바뀐 경우는 드러나지 않습니다.",
    badCheckpoint: "체크포인트 {number}번이 변경되거나 삭제되었습니다. 플랫폼 팀에 알리세요.",
    overdue:
      "새 체크포인트가 늦어지고 있습니다. 워커가 실행 중인지, AUDIT_FOLDER와 AUDIT_KEY_FILE이 설정되어 있는지 확인하세요.",
    empty: {
      title: "아직 기록이 없습니다",
      body: "내 팀의 모든 요청, 결정, 실행이 여기에 남습니다.",
    },
    emptyFiltered: {
      title: "조건에 맞는 기록이 없습니다",
      body: "필터를 바꾸거나 초기화하세요.",
    },
    figures: {
      alert: {
        CROSSING: "<usd></usd>, 예산의 {value}% 초과",
        ABSOLUTE: "<usd></usd>, 월 ${value} 넘게 증가",
        PERCENT: "<usd></usd>, {value}% 넘게 증가",
      },
      anomaly: "{day} {part} 비용 <usd></usd>",
      threshold: {
        CROSSING: "{value}% 초과:",
        ABSOLUTE: "월 ${value} 넘게 증가:",
        PERCENT: "{value}% 넘게 증가:",
      },
    },
  },
  auditActions: {
    request: {
      submitted: "요청 제출",
      planned: "요청 계획 완료",
      planFailed: "계획 실패",
      approved: "요청 승인",
      approvalVoided: "승인 무효화",
      rejected: "요청 반려",
      withdrawn: "요청 철회",
      expired: "요청 만료",
    },
    environment: {
      created: "환경 생성",
      statusChanged: "상태 변경",
    },
    run: {
      queued: "실행 등록",
      cancelRequested: "취소 요청",
      cancelled: "실행 취소",
      retried: "실행 재시도",
      succeeded: "실행 완료",
      failed: "실행 실패",
    },
    anomaly: {
      dismissed: "비용 이상 정상 처리",
    },
    drift: {
      checkAsked: "드리프트 검사 요청",
      ignored: "드리프트 무시",
      ignoreEnded: "드리프트 무시 해제",
    },
    person: {
      refused: "거부됨: 그사이 권한이 회수됨",
    },
    costs: {
      imported: "비용 가져오기",
    },
    budget: {
      set: "예산 설정",
      removed: "예산 삭제",
      alertAcknowledged: "예산 알림 확인",
    },
    discount: {
      set: "할인 설정",
      removed: "할인 삭제",
    },
    account: {
      added: "계정 추가",
      changed: "계정 변경",
      tested: "연결 테스트 요청",
    },
  },
} satisfies Texts<typeof english>;
