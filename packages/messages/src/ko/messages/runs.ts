import type { runs as english } from "../../en/messages/runs";
import type { Texts } from "../../texts";

export const runs = {
  runNotFound: "실행이 없거나 소속되지 않은 팀의 실행입니다. 환경 페이지에서 찾아보세요.",
  runMoved:
    "실행이 끝났거나 이미 진행되어 “{to, select, QUEUED {대기 중} RUNNING {실행 중} SUCCEEDED {성공} FAILED {실패} CANCELLED {취소됨} other {{to}}}” 상태로 바꿀 수 없습니다. 페이지를 새로 고쳐 확인하세요.",
  runCancelForbidden: "#{number}번 실행은 요청한 사람과 해당 팀의 승인자만 취소할 수 있습니다.",
  runEnded: "#{number}번 실행은 이미 끝났습니다. 페이지를 새로 고쳐 결과를 확인하세요.",
  runRetryForbidden: "#{number}번 실행은 해당 팀의 요청자와 승인자만 다시 시도할 수 있습니다.",
  runNotRetryable:
    "#{number}번 실행은 다시 시도할 수 없습니다. 실패한 환경의 가장 최근 실행만 가능합니다. 환경 페이지에서 가능한 작업을 확인하세요.",
  runNeedsRollback: "#{number}번 실행이 남긴 스택의 롤백이 실패했습니다. “롤백 계속”을 선택하세요.",
  runNothingToClean:
    "#{number}번 실행에는 먼저 삭제해야 할 스택이 없습니다. 페이지를 새로 고쳐 지금 할 수 있는 작업을 확인하세요.",
  runNothingToRollBack:
    "#{number}번 실행이 남긴 스택 중 롤백에 실패한 스택이 없습니다. 페이지를 새로 고쳐 지금 할 수 있는 작업을 확인하세요.",
  runNeedsClean: "#{number}번 실행이 삭제만 가능한 스택을 남겼습니다. “정리 후 재시도”를 선택하세요.",
  stepMoved:
    "실행의 {position}번 작업은 끝났거나 이미 진행되어 “{to, select, PENDING {대기} RUNNING {진행 중} SUCCEEDED {완료} FAILED {실패} SKIPPED {변경 없음} CANCELLED {취소됨} other {{to}}}” 상태로 바꿀 수 없습니다. 페이지를 새로 고쳐 확인하세요.",
  runSubjectGone:
    "실행에 필요한 항목을 찾을 수 없습니다: {what}. 요청을 다시 제출하고, 그래도 안 되면 플랫폼 팀에 알려 주세요.",
  templateNotFound: '#{number}번 실행의 계획에 "{stackKey}" 스택이 없습니다. 계획에서 스택을 확인하세요.',
  digestMismatch:
    "이 실행의 내용이 승인된 내용과 다릅니다: {what, select, PLAN_GONE {계획이 없어졌습니다} TEMPLATE {스택의 템플릿이 다릅니다({stackKey})} DIGEST {계획의 다이제스트가 다릅니다} APPROVAL {이 계획을 승인한 기록이 없습니다} RUN {지금 상태의 실행을 시작한 사람이 없습니다} STEPS {작업이 계획의 작업과 다릅니다} PLACE {환경이 계획한 위치에 있지 않습니다} UNSEALED {스택마다 보낼 내용을 모두 기록하지 않던 이전 버전에서 만든 계획입니다({stackKey})} other {스택에 보낼 내용이 다릅니다({stackKey})}}. 실행을 중단합니다. 요청을 다시 제출해 새로 계획하고 승인받으세요.",
  run: {
    setAside: "실행을 보류했습니다. 작업하던 워커 {limit}개가 연속으로 종료되었습니다.",
    planCancelled: "계획이 취소되었습니다.",
    stackNotOurs: "{stackName} 스택이 이미 있으며 Greenroom이 만들지 않았습니다.",
    stackNotDeleted: "{stackName} 스택이 있으나 Greenroom이 만들지 않아 삭제하지 않았습니다.",
    noTrace: "스택 {stackName}의 변경을 보냈으나 클라우드에 흔적이 없습니다.",
    onlyDeletable: "스택이 이전 실패로 {status} 상태이며 삭제만 가능합니다.",
    stuck: "스택이 {status} 상태이며 CloudFormation이 스스로 벗어날 수 없습니다.",
    stackIs: "스택 {stackName}의 상태는 {status}입니다.",
    changeSetIs: "스택 {stackName}의 변경 세트 상태는 {status}입니다.",
    rollbackFailed:
      "{stackName} 스택의 업데이트가 실패했고 롤백도 실패했습니다: {cause} 스택이 두 상태 사이에 있습니다.",
    noReason: "{logicalId}의 상태는 {status}이며 클라우드가 이유를 알려 주지 않았습니다.",
    beyondApproved:
      "클라우드가 {logicalId}({resourceType})에 하려는 작업은 “{action, select, CREATE {생성} UPDATE {변경} MAY_REPLACE {교체될 수 있음} REPLACE {교체} DELETE {삭제} RETAIN {보존} other {{action}}}”이며, 승인된 내용({approved, select, CREATE {생성} UPDATE {변경} MAY_REPLACE {교체될 수 있음} REPLACE {교체} DELETE {삭제} RETAIN {보존} other {{approved}}})과 다릅니다. 이 스택에서 변경된 내용은 없습니다.",
    neverApproved:
      "클라우드가 {logicalId}({resourceType})에 하려는 작업은 “{action, select, CREATE {생성} UPDATE {변경} MAY_REPLACE {교체될 수 있음} REPLACE {교체} DELETE {삭제} RETAIN {보존} other {{action}}}”이며, 승인된 내용(변경 없음)과 다릅니다. 이 스택에서 변경된 내용은 없습니다.",
    notBroughtBack: "실행을 취소했으나 스택을 되돌리지 못했습니다: {cause}",
    keptOnPurpose: "{stackName} 스택을 삭제했습니다. 의도적으로 남긴 리소스: {resources}.",
    checkFailed: "{rule}: {finding}",
    checkFailedAndOne: "{rule}: {finding} 오류가 1건 더 있습니다. 로그를 확인하세요.",
    checkFailedAndMore: "{rule}: {finding} 오류가 {count}건 더 있습니다. 로그를 확인하세요.",
    checkFound: "{place}의 {rule}: {finding} {remedy}",
  },
  remedy: {
    user: "요청을 고쳐 다시 제출하세요.",
    cloud: "클라우드의 메시지를 확인하고 원인을 해결한 뒤 실행을 다시 시도하세요.",
    greenroom: "실행을 다시 시도하세요. 다시 실패하면 플랫폼 팀에 실행 번호를 알려 주세요.",
    planGreenroom: "요청을 다시 제출하세요. 계획이 다시 실패하면 플랫폼 팀에 실행 번호를 알려 주세요.",
    planReadLogs: "플랫폼 엔지니어가 워커의 로그를 확인해야 합니다. 그런 다음 요청을 다시 제출하세요.",
    readLogs: "플랫폼 엔지니어가 워커의 로그를 확인한 뒤 실행을 다시 시도해야 합니다.",
    submitAgain: "여전히 필요하면 요청을 다시 제출하세요.",
    planAgain: "현재 상태를 기준으로 계획하도록 요청을 다시 제출하세요.",
    lookAtStack: "플랫폼 엔지니어가 AWS 콘솔에서 해당 스택을 확인한 뒤 실행을 다시 시도해야 합니다.",
    bringInOrder: "플랫폼 엔지니어가 AWS 콘솔에서 스택을 정상 상태로 만든 뒤 실행을 다시 시도해야 합니다.",
    renameStack: "AWS 계정에서 해당 스택을 삭제하거나, 다른 이름의 환경을 요청하세요.",
    cleanAndRetry: "“정리 후 재시도”를 선택하세요. 해당 스택을 삭제한 뒤 다시 구성합니다.",
    correctThenClean: "위의 원인을 해결하세요. 이제 스택은 삭제만 가능하므로 “정리 후 재시도”를 선택하세요.",
    correctThenRetry: "위의 원인을 해결한 뒤 실행을 다시 시도하세요.",
    rolledBack: "스택은 이전 상태로 롤백되었습니다. 위의 원인을 해결한 뒤 실행을 다시 시도하세요.",
    continueRollback:
      "여기에 표시된 원인을 해결한 뒤 “롤백 계속”을 선택하세요. 그러면 스택이 이전 상태로 돌아갑니다.",
    changedMeanwhile: "그사이 누군가 스택을 변경했습니다. 실행을 다시 시도하세요.",
    keptFromDeletion: "삭제를 막는 원인을 해결한 뒤 실행을 다시 시도하세요.",
  },
} satisfies Texts<typeof english>;
