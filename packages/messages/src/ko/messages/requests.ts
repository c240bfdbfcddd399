import type { requests as english } from "../../en/messages/requests";
import type { Texts } from "../../texts";

export const requests = {
  nameTaken: '"{name}" 이름은 이미 다른 환경에서 사용 중입니다. 다른 이름을 선택하세요.',
  nameKept:
    '이름이 "{name}"인 환경이 {destroyedOn}에 삭제되었고 그 데이터가 같은 이름으로 보존되어 있습니다. 다른 이름을 선택하세요.',
  nameRequestedByYou:
    '"{name}" 이름으로는 요청 #{number}에서 이미 요청했습니다. 해당 요청을 확인하고, 이 이름으로 다른 환경을 요청하려면 먼저 철회하세요.',
  nameRequested:
    '"{name}" 이름을 쓰는 요청이 이미 진행 중입니다. 다른 이름을 선택하거나 해당 요청이 끝날 때까지 기다리세요.',
  teamForbidden: "이 팀을 대신해 환경을 요청할 수 없습니다. 요청자로 속한 팀을 선택하세요.",
  changeForbidden:
    "{name} 환경을 볼 수는 있지만 변경을 요청할 수는 없습니다. 해당 팀의 요청자에게 문의하세요.",
  accountUnknown: "없는 클라우드 계정입니다. 목록에서 선택하세요.",
  regionUnknown:
    '"{region}" 리전은 {account} 계정에서 사용할 수 없습니다. 다음 중에서 선택하세요: {regions}.',
  unknownRegion: "{region} 리전은 Greenroom에서 사용할 수 없습니다. 다음 중에서 선택하세요: {regions}.",
  blueprintUnknown: '"{blueprint}" 블루프린트가 없습니다. 카탈로그에서 선택하세요.',
  blueprintNotFound: '"{blueprint}" 블루프린트가 없습니다. 다음 중에서 선택하세요: {known}.',
  blueprintAsksAws:
    "블루프린트 {blueprint}에서 템플릿을 만드는 동안 AWS에서 {asked} 값을 조회합니다. 값을 블루프린트에 직접 적으세요.",
  sizeUnknown: "블루프린트 {blueprint}에는 “{size}”라는 크기가 없습니다. 다음 중에서 선택하세요: {known}.",
  cidrOverlap:
    "{cidr} 네트워크가 같은 계정에 있는 {name} 환경의 네트워크({other})와 겹칩니다. {suggestion} 네트워크는 비어 있습니다.",
  cidrOverlapHidden:
    "{cidr} 네트워크가 같은 계정에서 다른 팀이 사용하는 네트워크({other})와 겹칩니다. {suggestion} 네트워크는 비어 있습니다.",
  domainClaimed:
    "{name} 환경에서 {held} 도메인을 사용 중이며 CloudFront는 이름 하나를 한 환경에만 허용합니다. {value} 대신 다른 도메인을 선택하세요.",
  domainClaimedHidden:
    "{value} 도메인은 다른 팀이 사용 중이며 CloudFront는 이름 하나를 한 환경에만 허용합니다. 다른 도메인을 선택하세요.",
  configRecorderClaimed:
    "AWS Config 레코더는 계정과 리전마다 하나이며 {value} 리전의 레코더는 {name} 환경에 있습니다. 여기에서는 끄고 계정에 이미 있다고 선택하세요.",
  configRecorderClaimedHidden:
    "AWS Config 레코더는 계정과 리전마다 하나이며 {value} 리전의 레코더는 다른 팀이 사용 중입니다. 여기에서는 끄고 계정에 이미 있다고 선택하세요.",
  securityHubClaimed:
    "Security Hub는 계정과 리전마다 하나이며 {value} 리전의 Security Hub는 {name} 환경에 있습니다. 여기에서는 끄세요.",
  securityHubClaimedHidden:
    "Security Hub는 계정과 리전마다 하나이며 {value} 리전의 Security Hub는 다른 팀이 사용 중입니다. 여기에서는 끄세요.",
  cidrExhausted:
    "{cidr} 네트워크가 같은 계정의 네트워크({other})와 겹치며 비어 있는 /16 네트워크가 없습니다. 다른 계정을 선택하세요.",
  lifetimeLimit:
    "{days}일은 {stage, select, dev {개발} staging {스테이징} prod {운영} other {{stage}}} 환경의 최대 수명을 넘습니다. {limit} 이하로 입력하세요.",
  lifetimeRequired:
    "{stage, select, dev {개발} staging {스테이징} prod {운영} other {{stage}}} 환경에는 만료일이 필요합니다. {limit}일 이하로 입력하세요.",
  environmentGone: "{name} 환경은 삭제되어 더 이상 변경할 수 없습니다. 새 환경을 요청하세요.",
  environmentBusy: "{name} 환경에서 #{number}번 실행이 진행 중입니다. 끝날 때까지 기다리거나 취소하세요.",
  environmentMoved:
    "{name} 환경의 현재 상태({from, select, PROVISIONING {구성 중} READY {사용 가능} UPDATING {변경 중} FAILED {실패} DESTROYING {삭제 중} DESTROYED {삭제됨} other {{from}}})에서는 “{to, select, PROVISIONING {구성 중} READY {사용 가능} UPDATING {변경 중} FAILED {실패} DESTROYING {삭제 중} DESTROYED {삭제됨} other {{to}}}” 상태로 바꿀 수 없습니다. 페이지를 새로 고쳐 확인하세요.",
  environmentNotFound: "환경이 없거나 소속되지 않은 팀의 환경입니다. 목록에서 찾아보세요.",
  staleForm:
    "양식을 연 뒤 {name} 환경이 변경되었습니다(버전 {base}, 현재 {version}). 새로 고쳐 변경 내용을 확인한 뒤 다시 보내세요.",
  nothingChanged: "현재 환경과 다른 점이 없습니다. 설정이나 수명을 바꾸세요.",
  typedNameMismatch: '입력한 이름("{typed}")이 환경의 이름("{name}")과 다릅니다. 이름을 정확히 입력하세요.',
  requestNotFound: "요청이 없거나 소속되지 않은 팀의 요청입니다. 목록에서 찾아보세요.",
  requestMoved:
    "요청 #{number}의 현재 상태({status, select, PLANNING {계획 중} PENDING_APPROVAL {승인 대기} APPROVED {승인됨} REJECTED {반려됨} WITHDRAWN {철회됨} EXPIRED {만료됨} other {{status}}})에서는 더 이상 처리할 수 없습니다. 페이지를 새로 고쳐 확인하세요.",
  withdrawForbidden: "요청 #{number}의 철회는 요청한 사람이나 플랫폼 엔지니어만 할 수 있습니다.",
  decideForbidden:
    "요청 #{number}의 내용을 볼 수는 있지만 결정할 수는 없습니다. 해당 팀의 승인자에게 문의하세요.",
  ownRequest: "요청 #{number}의 요청자는 본인이므로 직접 결정할 수 없습니다. 다른 승인자에게 요청하세요.",
  planMoved: "페이지를 연 뒤 요청 #{number}의 계획이 새로 만들어졌습니다. 새로 고쳐 새 계획을 확인하세요.",
  approvalVoided:
    "승인되지 않았습니다. {why} 요청 #{number}의 계획을 다시 세우고 있으니 확인한 뒤 다시 결정하세요.",
  tooManyOpen:
    "열려 있는 요청이 {limit}개이며, 한 사람이 열 수 있는 최대 개수입니다. 필요 없는 요청을 철회하거나 하나가 결정될 때까지 기다리세요.",
  teamTooManyOpen:
    "이 팀에 열려 있는 요청이 {limit}개이며, 한 팀이 열 수 있는 최대 개수입니다. 필요 없는 요청을 철회하거나 하나가 결정될 때까지 기다리세요.",
} satisfies Texts<typeof english>;
