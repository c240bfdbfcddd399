import type { trail as english } from "../../en/messages/trail";
import type { Texts } from "../../texts";

export const trail = {
  trail: {
    runStarted: "실행 #{number}을(를) 시작했습니다.",
    runFailed: "실행 #{number} 실패: {failure}",
    runCancelled: "실행 #{number}이(가) 취소되었습니다.",
    runCancelledEarly: "실행 #{number}이(가) 시작하기 전에 취소되었습니다.",
    runRetries: "실행 #{number}이(가) 실행 #{retried}을(를) 다시 시도합니다.",
    runBuilt: "실행 #{number}이(가) 요청 #{request}의 내용을 구성했습니다.",
    runRolledBack: "실행 #{number}이(가) 실패했던 변경의 롤백을 이어서 했습니다.",
    runDeleted: "실행 #{number}이(가) 요청 #{request}의 삭제 대상을 모두 삭제했습니다.",
    requestApproved: "요청 #{number}이(가) 승인되었습니다.",
    changedMeanwhile: "이 계획을 세운 뒤 {name}이(가) 변경되었습니다(버전 {base}, 현재 {version}).",
    nobodyDecided: "{days}일 동안 아무도 결정하지 않았습니다.",
    planFailed: "{failure} {remedy}",
  },
} satisfies Texts<typeof english>;
