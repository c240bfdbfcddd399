import type { cloud as english } from "../../en/messages/cloud";
import type { Texts } from "../../texts";

export const cloud = {
  cloud: {
    wrongAccount:
      "AWS 계정 {planned}에서 할 일인데 {whose}은(는) 계정 {actual}에 속합니다. 아무것도 보내지 않았습니다. 플랫폼 엔지니어가 설정에서 계정의 접근 방법을 고치고 연결을 테스트한 뒤 다시 시도하세요.",
    strangeStack:
      "{region}의 스택 {stackName}에 할 일인데 {stackId}은(는) 다른 스택입니다. 그 스택에는 아무것도 보내지 않았습니다. 플랫폼 엔지니어가 이 ID가 어디서 왔는지 확인해야 합니다.",
    notLetIn:
      "AWS가 역할 {roleArn}(으)로 계정 {accountId}에 들어가는 것을 허용하지 않습니다: “{said}” 플랫폼 엔지니어가 역할의 신뢰 정책이나 설정의 계정을 고치고 연결을 테스트한 뒤 다시 시도하세요.",
    signIn:
      "AWS가 Greenroom의 자격 증명을 받아들이지 않습니다({awsMessage}). 플랫폼 팀이 갱신한 뒤 다시 시도해야 합니다.",
    refused: "AWS가 {operation}을(를) 거부했습니다: “{awsMessage}”",
    notSynthesized:
      "블루프린트 {blueprint}(으)로 템플릿을 만들지 못했습니다: “{reason}” 여기에 나온 옵션을 바꾸거나 플랫폼 팀에 문의하세요.",
    policyUnable:
      "정책 검사가 블루프린트 {blueprint}을(를) 판단하지 못했습니다: “{reason}” 검사 없이는 승인할 수 없으니 플랫폼 팀에 알려 주세요.",
    childStopped:
      "“{reason}” 프로세스 {attempts}개가 연달아 블루프린트 {blueprint}을(를) 처리하지 못했습니다.",
  },
} satisfies Texts<typeof english>;
