import type { rules as english } from "../../en/messages/rules";
import type { Texts } from "../../texts";

export const rules = {
  rule: {
    stackIsGone: "{stackKey} 스택이 Greenroom 밖에서 삭제되어 되돌릴 대상이 없습니다.",
    buildStackAgain: "환경 변경을 요청하세요. 실행이 스택을 다시 구성합니다.",
    revertLosesData: "{logicalId}({type})을 되돌리면 리소스가 교체되어 저장된 데이터가 사라집니다.",
    leaveOrMove: "우선 이 차이를 무시하고, 리소스를 바꾸기 전에 데이터를 직접 옮기세요.",
    nothingToRevert: "이 환경의 마지막 검사에서 차이가 발견되지 않았습니다.",
    checkDriftAgain: "환경 페이지에서 드리프트를 검사한 뒤 차이가 있으면 다시 요청하세요.",
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
    exception: {
      statedDependency:
        "참조로도 알 수 있는 의존성을 명시해도 문제가 없습니다. 읽는 사람을 위해 적어 둔 것입니다.",
      plainSub: "생성된 템플릿입니다. 변수가 없는 Fn::Sub는 문자열과 같습니다.",
      ownArns: "템플릿은 정해진 계정과 리전 하나만을 위해 만들어지므로 그 계정의 ARN을 그대로 적습니다.",
      zonesOfTable:
        "가용 영역은 리전별 표에서 가져옵니다. 같은 요청은 언제나 같은 템플릿을 만들며, 가격을 계산한 영역에 배포됩니다.",
      emptyBoundary:
        "파라미터가 비어 있으면 권한 경계를 두지 않는다는 뜻이며, 이때는 조건에 따라 속성이 제외됩니다.",
    },
    fix: {
      template: "표시된 위치의 템플릿을 고치세요. 이대로는 CloudFormation이 거부합니다.",
      schema: "블루프린트에서 리소스를 고치세요. CloudFormation 스키마가 허용하지 않는 설정입니다.",
      resourceType:
        "이 리전에 있는 리소스 유형을 사용하세요. AWS가 방금 출시한 유형이라면 알려진 예외에 추가하세요.",
      structure: "블루프린트에서 내장 함수나 템플릿의 바깥 구조를 고치세요.",
      reference: "같은 템플릿에 정의된 항목만 참조하세요.",
      parameter: "블루프린트에서 여기에 표시된 매개변수나 속성을 고치세요.",
      property: "블루프린트에서 여기에 표시된 속성을 고치세요. 이대로 배포하면 AWS가 리소스를 거부합니다.",
      runtime: "Lambda에서 아직 새로 만들 수 있는 런타임으로 함수를 옮기세요.",
      output: "블루프린트에서 출력을 고치세요.",
      outputValue: "블루프린트에서 출력을 고치세요. 리소스에 없는 값을 가리키거나 값이 문자열이 아닙니다.",
      condition: "블루프린트에서 조건을 고치세요.",
      attribute: "블루프린트에서 여기에 표시된 속성이나 특성을 고치세요.",
      function: "내장 함수를 단순하게 고치거나, 구성 요소 옆에 이유를 적어 예외로 승인하세요.",
      setting: "여기에 표시된 설정의 범위를 좁히거나, 구성 요소 옆에 이유를 적어 예외로 승인하세요.",
      change: "여기에 표시된 속성을 바꾸거나, 구성 요소 옆에 이유를 적어 예외로 승인하세요.",
      resource: "블루프린트에서 리소스를 고치거나, 구성 요소 옆에 이유를 적어 예외로 승인하세요.",
      asAdvised:
        "블루프린트에서 리소스를 고치거나, 구성 요소 옆에 이유를 적어 예외로 승인하세요. 규칙의 조언: {advice}",
      accessLogs: "액세스 로그를 켜세요.",
      flowLogs: "VPC 플로우 로그를 켜세요.",
      deletionProtection: "삭제 방지를 켜세요.",
      multiAz: "샤드마다 복제본을 두고 다중 AZ를 켜세요.",
      accelerator: "Global Accelerator를 끄세요. 그러면 로드 밸런서는 CloudFront의 요청만 받습니다.",
      privateApi: "Kubernetes API에 접근할 네트워크 목록을 비우세요. 그러면 배스천에서만 접근합니다.",
    },
  },
} satisfies Texts<typeof english>;
