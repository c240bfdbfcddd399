import type { trail as english } from "../../en/messages/trail";
import type { Texts } from "../../texts";

export const trail = {
  trail: {
    runReverted: "#{number}번 실행에서 #{request}번 요청에 적힌 드리프트를 되돌렸습니다.",
    runStarted: "#{number}번 실행을 시작했습니다.",
    runFailed: "#{number}번 실행 실패: {failure}",
    runCancelled: "#{number}번 실행이 취소되었습니다.",
    runCancelledEarly: "#{number}번 실행이 시작되기 전에 취소되었습니다.",
    runRetries: "#{number}번 실행에서 #{retried}번 실행을 다시 시도합니다.",
    runBuilt: "#{number}번 실행에서 요청 #{request}의 내용을 구성했습니다.",
    runRolledBack: "#{number}번 실행에서 실패했던 변경의 롤백을 이어서 했습니다.",
    runDeleted: "#{number}번 실행에서 요청 #{request}의 삭제 대상을 모두 삭제했습니다.",
    requestApproved: "요청 #{number} 승인이 완료되었습니다.",
    changedMeanwhile: "이 계획을 세운 뒤 {name} 환경이 변경되었습니다(버전 {base}, 현재 {version}).",
    nobodyDecided: "{days}일 동안 아무도 결정하지 않았습니다.",
    planFailed: "{failure} {remedy}",
  },
} satisfies Texts<typeof english>;
