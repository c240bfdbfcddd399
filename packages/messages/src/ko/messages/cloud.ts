import type { cloud as english } from "../../en/messages/cloud";
import type { Texts } from "../../texts";

export const cloud = {
  cloud: {
    wrongAccount:
      "계정 {planned}에 대한 작업인데 다른 계정({actual})에 속하는 자격 증명이나 리소스입니다: {whose}. 아무것도 보내지 않았습니다. 플랫폼 엔지니어가 계정 페이지에서 접근 방법을 고치고 연결을 테스트한 뒤 다시 시도하세요.",
    strangeStack:
      "{region}의 스택 {stackName}에 대한 작업인데 실제 스택({stackId})이 다릅니다. 그 스택에는 아무것도 보내지 않았습니다. 플랫폼 엔지니어가 이 ID가 어디서 왔는지 확인해야 합니다.",
    notLetIn:
      "AWS가 {roleArn} 역할로 계정 {accountId}에 접근하는 것을 허용하지 않습니다: “{said}” 플랫폼 엔지니어가 역할의 신뢰 정책이나 계정 페이지의 설정을 고치고 연결을 테스트한 뒤 다시 시도하세요.",
    signIn:
      "AWS가 Greenroom의 자격 증명을 거부했습니다({awsMessage}). 플랫폼 팀이 갱신한 뒤 다시 시도해야 합니다.",
    refused: "AWS가 {operation} 호출을 거부했습니다: “{awsMessage}”",
    throttled:
      "AWS가 Greenroom의 요청 빈도를 제한하여 이 호출을 거부했습니다({operation}: {awsMessage}). 자동으로 다시 시도합니다.",
    away: "AWS에 연결할 수 없거나 AWS가 응답하지 못했습니다({operation}: {awsMessage}). 자동으로 다시 시도합니다.",
    incompleteAnswer: "AWS의 응답에 {missing} 항목이 없습니다({operation}). 자동으로 다시 요청합니다.",
    noEndpoint:
      "AWS_MODE 값이 “{mode}”인데 엔드포인트가 설정되지 않았습니다. AWS_ENDPOINT_URL을 설정하거나 AWS_MODE=aws를 사용하세요.",
    noCostExplorer:
      "파티션 {partition}에는 Cost Explorer가 없어 계정 {accountId}의 청구액을 알 수 없습니다. 비용은 사용량으로 계산합니다.",
    otherCurrency:
      "청구 통화가 {currency}인데 Greenroom은 USD로 계산합니다. 지불 계정의 통화를 바꾸거나 AWS_COST_EXPLORER=0으로 설정하여 사용량으로만 계산하세요.",
    productUnreadable: "AWS가 GetProducts에 읽을 수 없는 제품 정보로 응답했습니다: {start}",
    notSynthesized:
      "{blueprint} 블루프린트로 템플릿을 만들지 못했습니다: “{reason}” 여기에 나온 옵션을 바꾸거나 플랫폼 팀에 문의하세요.",
    policyUnable:
      "정책 검사가 {blueprint} 블루프린트를 판단하지 못했습니다: “{reason}” 검사 없이는 승인할 수 없으니 플랫폼 팀에 알려 주세요.",
    childStopped: "“{reason}” 프로세스 {attempts}개가 연속으로 {blueprint} 블루프린트를 처리하지 못했습니다.",
  },
} satisfies Texts<typeof english>;
