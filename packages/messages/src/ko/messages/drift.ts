import type { drift as english } from "../../en/messages/drift";
import type { Texts } from "../../texts";

export const drift = {
  drift: {
    mayNotCheck: "조회자는 드리프트를 검사할 수 없습니다. 팀의 요청자나 승인자에게 요청하세요.",
    mayNotIgnore: "드리프트를 그대로 둘지는 승인자만 정할 수 있습니다. 팀의 승인자에게 요청하세요.",
    notReady: "{name} 환경이 아직 준비되지 않아 비교할 대상이 없습니다. 실행이 끝난 뒤 검사하세요.",
    findingNotFound: "이 차이는 더 이상 없습니다. 페이지를 새로 고쳐 현재 상태를 확인하세요.",
    environmentChanged: "검사하는 동안 환경이 변경되었습니다. 다음 검사에서 변경된 환경을 확인합니다.",
    detectionTooLong:
      "CloudFormation이 30분 안에 검사를 끝내지 못했습니다. 다시 검사하고, 반복되면 AWS 콘솔에서 스택을 확인하세요.",
  },
} satisfies Texts<typeof english>;
