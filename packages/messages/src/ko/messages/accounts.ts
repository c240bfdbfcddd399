import type { accounts as english } from "../../en/messages/accounts";
import type { Texts } from "../../texts";

export const accounts = {
  account: {
    notYours:
      "AWS 계정의 접근 방법은 플랫폼 엔지니어만 보고 바꿀 수 있습니다. 플랫폼 엔지니어에게 문의하세요.",
    notFound: "없는 계정입니다. 페이지를 새로 고쳐 어떤 계정이 있는지 확인하세요.",
    isThere: "{accountId} 계정은 이미 목록에 있습니다. 목록에서 변경하세요.",
    numberStays:
      "계정 번호는 바꿀 수 없습니다. 이 계정의 번호는 {accountId}입니다(입력한 번호: {given}). 다른 번호는 새 계정으로 추가하세요.",
    stale: "페이지를 연 뒤 다른 사람이 {name} 계정을 변경했습니다. 페이지를 새로 고쳐 다시 확인하세요.",
    number: "계정 번호는 숫자 12자리인데 “{value}” 값은 그렇지 않습니다. AWS 콘솔에서 복사하세요.",
    name: "80자 이내의 이름을 입력하세요.",
    region: "“{value}” 값은 리전이 아닙니다. ap-northeast-2처럼 AWS 표기대로 입력하세요.",
    noRegion: "ap-northeast-2처럼 리전을 하나 이상 입력하세요.",
    tooManyRegions: "리전이 40개를 넘습니다. 환경을 구성할 리전만 입력하세요.",
    partitions:
      "서로 다른 파티션(AWS, AWS 중국, AWS GovCloud)의 리전이며 파티션끼리는 계정을 공유하지 않습니다. 한 파티션의 리전만 남기세요.",
    roleArn:
      "“{value}” 값은 역할의 ARN이 아닙니다. AWS 콘솔의 역할 페이지에서 복사하세요: arn:aws:iam::111122223333:role/greenroom-access.",
    grafanaUrl:
      "“{value}” 값은 Grafana 주소가 아닙니다. https://grafana.example.com처럼 https로 시작하고 물음표가 없는 주소를 입력하세요.",
    roleOfAnother:
      "역할은 계정 {roleAccount}의 것인데 이 계정은 {accountId}입니다. 이 계정의 역할을 입력하세요.",
    rolePartition:
      "역할의 파티션이 리전의 파티션과 다릅니다. arn:aws:, arn:aws-cn:, arn:aws-us-gov: 가운데 리전에 맞게 시작하는 ARN을 입력하세요.",
  },
} satisfies Texts<typeof english>;
