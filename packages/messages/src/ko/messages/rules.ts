import type { rules as english } from "../../en/messages/rules";
import type { Texts } from "../../texts";

export const rules = {
  rule: {
    tooLarge:
      "스택 {stackKey}의 템플릿은 {bytes}바이트입니다. CloudFormation에 직접 보낼 수 있는 크기는 {limit}바이트입니다.",
    tooMany: "스택 {stackKey}의 리소스는 {count}개입니다. CloudFormation은 {limit}개까지 받습니다.",
    splitStack: "스택을 나누거나 스택의 옵션을 끄세요.",
    correctBlueprint: "블루프린트를 고쳐야 합니다. 양식에서는 해결할 수 없습니다.",
    runsCode: "{logicalId} 리소스({type})는 배포 중에 코드를 실행합니다.",
    useNative: "기본 리소스 유형을 사용하세요. 블루프린트 안내서의 목록을 참고하세요.",
    needsUpload: "{logicalId}({type})에는 먼저 업로드해야 하는 파일이 필요합니다.",
    keepInline: "코드를 템플릿 안에 두거나 이미 게시된 항목을 참조하세요.",
    allowsAll: "{logicalId} 정책이 모든 리소스에 다음 작업을 허용합니다: {actions}.",
    nameActions: "필요한 작업과 리소스를 명시하세요.",
    notEncrypted: "{logicalId} 리소스({type})가 암호화되지 않았습니다.",
    encrypt: "블루프린트에서 암호화를 켜세요.",
    queueNoDeadLetters: "{logicalId} 큐에 데드 레터 큐(DLQ)가 없습니다.",
    targetNoDeadLetters: "{logicalId} 규칙의 대상({target})에 데드 레터 큐(DLQ)가 없습니다.",
    addDeadLetters: "데드 레터 큐(DLQ)를 추가하세요.",
    noPointInTime: "{logicalId} 테이블은 이전 시점으로 복구할 수 없습니다.",
    switchOnRecovery: "다시 만들 수 있는 데이터가 아니라면 특정 시점 복구를 켜세요.",
    noAdministrator:
      "클러스터 {logicalId}에는 권한을 가진 사람이 없습니다. 클러스터를 만드는 역할도 권한이 없습니다.",
    nameAdministrator: "클러스터 관리자를 지정하세요. 사람들이 사용하는 IAM 역할의 ARN을 입력합니다.",
  },
} satisfies Texts<typeof english>;
