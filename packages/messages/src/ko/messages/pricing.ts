import type { pricing as english } from "../../en/messages/pricing";
import type { Texts } from "../../texts";

export const pricing = {
  pricing: {
    assumption: {
      reservedForAYear: "1년 예약, 선결제 없음.",
      fromTemplate: "템플릿에 정해진 값입니다.",
      dependsOnUsage: "사용량에 따라 달라집니다. {usageKey} 값이 주어질 때까지 0으로 계산합니다.",
      typeChosenByAws:
        "AWS가 InstanceRequirements에 맞는 유형을 고릅니다. 시작 템플릿의 유형으로 계산합니다.",
      sizeAssumed: "템플릿에 크기가 없어 {gb} GB로 가정합니다.",
      everyPublicAddress: "퍼블릭 IPv4 주소는 연결 여부와 관계없이 모두 과금됩니다.",
      oneZone: "서브넷을 배포 전에 알 수 없어 가용 영역 하나로 계산합니다.",
      supportEnded:
        "Kubernetes {version}의 표준 지원은 {day}에 끝났습니다. 업그레이드하면 추가 요금이 없어집니다.",
      addressInEachZone: "가용 영역마다 주소 하나입니다. 퍼블릭 IPv4 주소는 모두 과금됩니다.",
      oneEditor: "editors_administrator_licenses 값이 주어질 때까지 편집자 한 명으로 계산합니다.",
      scalingBounds:
        "클러스터의 자동 확장 범위 안입니다. capacity_units_per_hr 값이 주어질 때까지 최소값을 예상치로 봅니다.",
      monthOfSchedule: "일정을 한 달 동안 실행한 횟수입니다.",
      notPriced: "이 속성에는 AWS 요금이 있지만 가격을 알 수 없어 합계에 포함되지 않습니다.",
      fromFile: "{name} 파일의 값입니다.",
      notKnown: "합계에 포함되지 않습니다. {causes}.",
      notKnownYet: "배포 전에는 {names} 값을 알 수 없습니다",
      unreadable: "{property}: {cause}",
      and: "{first}. {rest}",
    },
    unreadable: {
      number: "{value}: 숫자가 아닙니다",
      quantity: "{value}: 0보다 작습니다",
      flag: "{value}: true도 false도 아닙니다",
    },
    free: {
      stageWithoutCache: "캐시가 없는 스테이지는 무료이며 요청은 API에서 과금됩니다.",
      publicCertificate: "퍼블릭 인증서는 무료이며 프라이빗 인증 기관은 별도로 과금됩니다.",
      appClientOfPeople:
        "사용자가 로그인하는 앱 클라이언트는 무료이며 사용자 요금은 사용자 풀에서 과금됩니다.",
      ownAddressPool: "직접 가져온 주소 풀의 주소입니다.",
      gatewayEndpoint: "S3와 DynamoDB용 게이트웨이 엔드포인트는 무료입니다.",
      networkWithoutTransfer: "요금이 없는 네트워크 구성 요소입니다. 데이터 전송은 사용량으로 입력합니다.",
      tasksOnInstances: "EC2에서 실행되는 작업은 인스턴스로 과금됩니다.",
      network: "요금이 없는 네트워크 구성 요소입니다.",
      configuration: "다른 리소스의 설정이며 자체 요금이 없습니다.",
      chargedWhereDelivered: "기록이 전달되는 로그 그룹이나 버킷에서 과금됩니다.",
      eventRules: "규칙은 무료이며 이벤트는 버스에서, 전달은 대상에서 과금됩니다.",
      scaling: "자동 확장은 무료이며 확장되는 리소스가 범위 안에서 과금됩니다.",
      backupPlan: "계획은 무료이며 백업은 볼트에서 과금됩니다.",
      service: "AWS가 무료로 제공하는 서비스입니다.",
      identity: "IAM은 무료입니다.",
      deploymentHook: "배포 중에만 실행되며 함수 요금은 별도로 계산됩니다.",
      aliasQueries: "AWS 리소스 별칭에 대한 쿼리는 무료입니다.",
      aliasQuery: "AWS 리소스 별칭에 대한 쿼리는 무료입니다.",
      standardParameter: "표준 파라미터는 무료입니다.",
    },
    advice: {
      eksVersion: {
        ahead: "{version}의 표준 지원이 끝나는 {day} 전에 Kubernetes {target} 버전으로 업그레이드",
        ended: "Kubernetes {target}: {version}의 표준 지원은 {day}에 끝났습니다",
        risk: "업그레이드는 마이너 버전을 하나씩 올려야 하고 되돌릴 수 없습니다. 제거된 API를 쓰는 매니페스트를 먼저 고쳐야 합니다.",
      },
      gatewayEndpoints: {
        risk: "알려진 위험이 없습니다. 무료이며 경로만 추가됩니다. 경로가 추가될 때 열려 있던 연결이 한 번 끊깁니다.",
        title: "{services} 게이트웨이 엔드포인트",
        titleWithSaving: "{services} 게이트웨이 엔드포인트(GB당 ${usd} 절감)",
        both: "S3·DynamoDB",
      },
      gp3: {
        title: "gp2 대신 gp3 볼륨",
        risk: "사용 중에 바꿀 수 있습니다. 170 GB가 넘는 gp2는 최대 250 MB/s까지 나오지만 gp3는 추가 비용 없이는 125 MB/s입니다.",
      },
      gravitonCaches: {
        title: "Graviton 캐시 노드",
        risk: "노드가 하나씩 교체됩니다. 엔진의 동작은 같습니다.",
      },
      gravitonMachines: {
        title: "Graviton 인스턴스",
        risk: "모든 컨테이너 이미지와 에이전트가 arm64용으로 있어야 하고, 노드가 교체됩니다.",
      },
      interfaceEndpoints: {
        title: "인터페이스 엔드포인트 {count}개 대신 NAT 게이트웨이로 AWS 서비스 이용",
        risk: "AWS 호출이 사설망 밖으로 나가고 NAT 게이트웨이가 멈추면 함께 멈춥니다. 엔드포인트 정책도 적용되지 않습니다. 데이터가 지금처럼 적을 때만 저렴합니다.",
      },
      oneNat: {
        title: "NAT 게이트웨이 {count}개 대신 1개",
        risk: "해당 가용 영역에 장애가 나면 다른 영역에서도 인터넷에 나갈 수 없습니다. 다른 영역에서 오는 트래픽에는 영역 간 전송료가 붙습니다.",
      },
      reservedCache: {
        title: "캐시 노드 1년 예약(12개월 중 {months}개월 이상 사용 시 저렴)",
        risk: "사용 여부와 관계없이 1년 치를 지불합니다. {months}개월 전에 없애면 온디맨드보다 비쌉니다. 예약은 한 리전의 한 노드 계열에만 적용됩니다.",
      },
      rightSize: {
        title: "{from} 대신 {to}({node})",
        risk: "측정한 최대치는 CPU {cpuPercent}%, 메모리 {memoryPercent}%입니다. 이보다 큰 부하가 오면 여유가 적고, 변경 시 노드가 교체됩니다.",
      },
      sleep: {
        title: "주 5일, 하루 12시간만 가동(전체 시간의 35.7%)",
        risk: "야간과 주말에는 사용할 수 없고, 다시 시작하려면 시간당 과금되는 리소스를 만드는 만큼 걸리며, 캐시는 빈 상태로 시작합니다.",
      },
      valkey: {
        title: "Redis 대신 Valkey",
        risk: "Redis 7.2까지의 명령과 클라이언트는 그대로 쓸 수 있습니다. 엔진은 교체 없이 바뀌며 되돌릴 수 없고, Redis 모듈과 7.4 이후의 유료 기능은 없습니다.",
      },
    },
    name: {
      labelled: "{label}: {name}",
      qualified: "{name}({qualifier})",
      notPriced: "가격 미반영: {property}",
      volume: "볼륨 {number}",
    },
    qualifier: {
      first: "처음 {bound}",
      next: "다음 {bound}",
      over: "{bound} 초과",
      above: "{bound} 초과",
      within: "{days}일 이내",
      year: "{number}년차",
      list: "{first}, {rest}",
    },
    leftOut: {
      standing: "이미 있는 항목",
      resource: "{logicalId} ({resourceType})",
      amount: "월 {name} {count}",
      amountIn: "월 {name} {count} {unit}",
      list: "{first}, {rest}",
      more: "{parts} 외 {count}개",
    },
  },
} satisfies Texts<typeof english>;
