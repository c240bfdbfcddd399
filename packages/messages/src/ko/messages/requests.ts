import type { requests as english } from "../../en/messages/requests";
import type { Texts } from "../../texts";

export const requests = {
  nameTaken: '이름 "{name}"은(는) 이미 사용 중인 환경의 이름입니다. 다른 이름을 선택하세요.',
  nameKept:
    '이름이 "{name}"인 환경이 {destroyedOn}에 삭제되었고 그 데이터가 같은 이름으로 보존되어 있습니다. 다른 이름을 선택하세요.',
  nameRequestedByYou:
    '"{name}" 이름으로는 요청 #{number}에서 이미 신청했습니다. 그 요청을 여세요. 이 이름으로 다른 것을 신청하려면 그곳에서 철회하세요.',
  nameRequested:
    '이름 "{name}"을(를) 요청한 진행 중인 요청이 있습니다. 다른 이름을 선택하거나 해당 요청이 끝날 때까지 기다리세요.',
  teamForbidden: "이 팀을 대신해 환경을 요청할 수 없습니다. 요청자로 속한 팀을 선택하세요.",
  changeForbidden: "{name}을(를) 볼 수는 있지만 변경을 요청할 수 없습니다. 해당 팀의 요청자에게 문의하세요.",
  accountUnknown: "없는 클라우드 계정입니다. 목록에서 선택하세요.",
  regionUnknown:
    '"{region}"은(는) {account} 계정에서 사용할 수 없는 리전입니다. 다음 중에서 선택하세요: {regions}.',
  unknownRegion: "{region}은(는) Greenroom에서 사용할 수 없는 리전입니다. 다음 중에서 선택하세요: {regions}.",
  blueprintUnknown: '블루프린트 "{blueprint}"이(가) 없습니다. 카탈로그에서 선택하세요.',
  blueprintNotFound: '블루프린트 "{blueprint}"이(가) 없습니다. 다음 중에서 선택하세요: {known}.',
  cidrOverlap:
    "네트워크 {cidr}이(가) 같은 계정의 {name}({other})와 겹칩니다. {suggestion}은(는) 사용할 수 있습니다.",
  cidrOverlapHidden:
    "네트워크 {cidr}이(가) 같은 계정에서 다른 팀이 사용하는 {other}와 겹칩니다. {suggestion}은(는) 사용할 수 있습니다.",
  domainClaimed:
    "{name}이(가) 도메인 {held}을(를) 사용 중이며 CloudFront는 이름 하나를 한 환경에만 허용합니다. {value} 대신 다른 도메인을 선택하세요.",
  domainClaimedHidden:
    "도메인 {value}은(는) 다른 팀이 사용 중이며 CloudFront는 이름 하나를 한 환경에만 허용합니다. 다른 도메인을 선택하세요.",
  configRecorderClaimed:
    "AWS Config 레코더는 계정과 리전마다 하나이며 {value}의 레코더는 {name}에 있습니다. 여기에서는 끄고 계정에 이미 있다고 선택하세요.",
  configRecorderClaimedHidden:
    "AWS Config 레코더는 계정과 리전마다 하나이며 {value}의 레코더는 다른 팀이 사용 중입니다. 여기에서는 끄고 계정에 이미 있다고 선택하세요.",
  securityHubClaimed:
    "Security Hub는 계정과 리전마다 하나이며 {value}의 Security Hub는 {name}에 있습니다. 여기에서는 끄세요.",
  securityHubClaimedHidden:
    "Security Hub는 계정과 리전마다 하나이며 {value}의 Security Hub는 다른 팀이 사용 중입니다. 여기에서는 끄세요.",
  cidrExhausted:
    "네트워크 {cidr}이(가) 같은 계정의 {other}와 겹치며 남은 /16이 없습니다. 다른 계정을 선택하세요.",
  lifetimeLimit: "{days}일은 {stage} 환경의 최대 수명을 넘습니다. {limit} 이하로 입력하세요.",
  lifetimeRequired: "{stage} 환경에는 종료일이 필요합니다. {limit}일 이하로 입력하세요.",
  environmentGone: "{name}은(는) 삭제되어 더 이상 변경할 수 없습니다. 새 환경을 요청하세요.",
  environmentBusy: "{name}에서 실행 #{number}이(가) 진행 중입니다. 끝날 때까지 기다리거나 취소하세요.",
  environmentMoved:
    "환경 {name}의 현재 상태는 {from}이므로 {to}(으)로 바꿀 수 없습니다. 페이지를 새로 고쳐 확인하세요.",
  environmentNotFound: "환경이 없거나 소속되지 않은 팀의 환경입니다. 목록에서 찾아보세요.",
  staleForm:
    "양식을 연 뒤 {name}이(가) 변경되었습니다(버전 {base}, 현재 {version}). 새로 고쳐 변경 내용을 확인한 뒤 다시 보내세요.",
  nothingChanged: "현재 환경과 다른 점이 없습니다. 설정이나 수명을 바꾸세요.",
  typedNameMismatch: '"{typed}"을(를) 입력했지만 환경의 이름은 "{name}"입니다. 이름을 정확히 입력하세요.',
  requestNotFound: "요청이 없거나 소속되지 않은 팀의 요청입니다. 목록에서 찾아보세요.",
  requestMoved:
    "요청 #{number}의 현재 상태는 {status}이므로 더 이상 처리할 수 없습니다. 페이지를 새로 고쳐 확인하세요.",
  withdrawForbidden: "요청 #{number}은(는) 요청한 사람이나 플랫폼 엔지니어만 철회할 수 있습니다.",
  decideForbidden: "요청 #{number}을(를) 볼 수는 있지만 결정할 수 없습니다. 해당 팀의 승인자에게 문의하세요.",
  ownRequest: "요청 #{number}은(는) 본인의 요청이므로 직접 결정할 수 없습니다. 다른 승인자에게 요청하세요.",
  planMoved: "페이지를 연 뒤 요청 #{number}의 계획이 새로 만들어졌습니다. 새로 고쳐 새 계획을 확인하세요.",
  approvalVoided:
    "승인되지 않았습니다. {why} 요청 #{number}의 계획을 다시 세우고 있으니 확인한 뒤 다시 결정하세요.",
  tooManyOpen:
    "열려 있는 요청이 {limit}개이며, 한 사람이 열 수 있는 최대 개수입니다. 필요 없는 요청을 철회하거나 하나가 결정될 때까지 기다리세요.",
  teamTooManyOpen:
    "이 팀에 열려 있는 요청이 {limit}개이며, 한 팀이 열 수 있는 최대 개수입니다. 필요 없는 요청을 철회하거나 하나가 결정될 때까지 기다리세요.",
} satisfies Texts<typeof english>;
