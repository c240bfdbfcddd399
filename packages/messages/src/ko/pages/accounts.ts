import type { accounts as english } from "../../en/pages/accounts";
import type { Texts } from "../../texts";

export const accounts = {
  accounts: {
    title: "AWS 계정",
    description:
      "환경을 구성할 AWS 계정과 Greenroom의 접근 방법입니다. 특정 계정용으로 계획한 환경은 그 계정에만 구성합니다.",
    add: "계정 추가",
    added: "계정을 추가했습니다. 역할을 만든 뒤 연결을 테스트하세요.",
    saved: "계정을 저장했습니다.",
    change: "변경",
    changeOf: "{name} 변경",
    test: "연결 테스트",
    testOf: "{name} 연결 테스트",
    wayIn: "접근 방법",
    grafana: "Grafana",
    noGrafana: "없음: 이 계정의 환경 페이지에는 대시보드 링크가 없습니다",
    externalId: "외부 ID",
    regions: "리전",
    environments: "환경",
    byRole: "Greenroom이 맡을(assume) 역할",
    ownCredentials: "워커 자체의 자격 증명",
    dialogHelp: "Greenroom은 자격 증명을 쓰기 전에 어느 계정의 것인지 먼저 확인합니다.",
    save: "저장",
    empty: {
      title: "아직 계정이 없습니다",
      body: "환경을 구성할 첫 AWS 계정을 추가하세요.",
    },
    fields: {
      accountId: "계정 번호",
      name: "이름",
      regions: "리전",
      wayIn: "접근 방법",
      roleArn: "역할",
      grafanaUrl: "Grafana 주소(선택)",
    },
    help: {
      accountId: "111122223333처럼 숫자 12자리입니다. 추가한 뒤에는 바꿀 수 없습니다.",
      name: "ticketing-dev처럼 사람들이 계정을 고를 때 볼 이름입니다.",
      regions: "ap-northeast-2, us-east-1처럼 쉼표로 구분합니다.",
      wayIn: "워커 자체의 자격 증명으로는 워커가 실행되는 계정에만 접근할 수 있습니다.",
      grafanaUrl:
        "환경의 대시보드가 있는 주소입니다. 예: https://grafana.example.com. 대시보드를 넣는 방법은 docs/grafana.md에 있습니다.",
      roleArn:
        "arn:aws:iam::111122223333:role/greenroom-access 같은 ARN입니다. 역할은 나중에 만들어도 됩니다.",
    },
    result: {
      none: "아직 테스트하지 않았습니다.",
      waiting: "워커가 테스트하기를 기다리고 있습니다. 진행되지 않으면 워커가 실행 중인지 확인하세요.",
      running: "워커가 모든 리전에서 모든 호출을 테스트하고 있습니다.",
      fine: "Greenroom이 접근할 수 있습니다: 계정 {accountId}의 {regions, plural, other {리전 #곳}}에서 {calls, plural, other {호출 #개}}가 허용됩니다.",
      refused: "{count, plural, other {호출 #개}}가 허용되지 않았습니다.",
      worker: "워커: {arn}",
      remedies: {
        TRUST:
          "이 이름의 역할이 있는지, 신뢰 정책에 {workerArn} 및 여기 표시된 외부 ID가 있는지, 워커가 이 역할을 맡을 수 있는지 확인하세요. 아래 템플릿을 다시 배포하면 앞의 두 가지가 해결됩니다.",
        OTHER_ACCOUNT:
          "다른 계정의 자격 증명입니다. 여기에서 역할의 ARN을 수정하세요. 워커 자체의 자격 증명으로는 워커의 계정에만 접근할 수 있습니다.",
        OWN_KEYS:
          "AWS에서 유효한 자격 증명이 워커에 없습니다. 역할, 프로필 또는 키를 설정하고 워커를 다시 시작하세요.",
        POLICY:
          "역할에 cloudformation:{call} 권한을 주세요. 아래 템플릿을 다시 배포하고, 이를 거부하는 서비스 제어 정책이 있는지 확인하세요.",
        PASS_ROLE:
          "역할에 실행 역할에 대한 iam:PassRole 권한을 주세요. 아래 템플릿을 다시 배포하고 AWS_EXECUTION_ROLE_ARN을 그 템플릿이 만드는 역할로 설정하세요.",
        REGION: "계정에서 {region} 리전을 활성화하거나 여기의 리전 목록에서 제거하세요.",
        LATER: "AWS에 연결할 수 없거나 AWS의 응답이 지연되고 있습니다. 잠시 후 다시 테스트하세요.",
      },
    },
    guide: {
      title: "역할을 만드는 방법",
      body: "Greenroom에 들어 있는 템플릿으로 이 계정에서 다음 명령을 실행하세요. 각 부분의 의미는 docs/connect-an-account.md에 있습니다.",
      workerArn: "ARN-OF-THE-WORKER",
      copy: "명령 복사",
    },
  },
} satisfies Texts<typeof english>;
