import type { settings as english } from "../../en/messages/settings";
import type { Texts } from "../../texts";

export const settings = {
  spec: {
    missing: "값이 없습니다. 값을 입력하거나 프리셋을 다시 선택하세요.",
    type: {
      whole: "{value} 값은 정수가 아닙니다. 소수점 없는 숫자를 입력하세요.",
      number: "{value} 값은 숫자가 아닙니다. 숫자를 입력하세요.",
      text: "{value} 값은 텍스트가 아닙니다. 텍스트를 입력하세요.",
      switch: "{value} 값은 켜짐도 꺼짐도 아닙니다. 켜거나 끄세요.",
      list: "{value} 값은 목록이 아닙니다. 한 줄에 하나씩 입력하세요.",
      group: "{value} 값은 설정 그룹이 아닙니다. 프리셋을 다시 선택하세요.",
    },
    tooSmall: "{value} 값이 너무 작습니다. {minimum} 이상을 입력하세요.",
    tooBig: "{value} 값이 너무 큽니다. {maximum} 이하를 입력하세요.",
    choice: "선택할 수 없는 값입니다: {value}. 다음 중에서 선택하세요: {choices}.",
    unknownKey: "이 블루프린트에 없는 설정입니다: {value}. 제거하세요.",
    traffic: {
      rate: "{value} 값은 초당 요청 수로 사용할 수 없습니다. 0 이상 {maximum} 이하의 정수를 입력하세요.",
      byHour: "값이 {count}개입니다. 자정부터 시간마다 하나씩 24개를 입력하거나 비워 두세요.",
    },
    cidr: {
      empty: "10.20.0.0/16과 같은 네트워크를 입력하세요.",
      form: "{value} 값은 IPv4 네트워크가 아닙니다. 10.180.0.0/16처럼 입력하세요.",
      size: "{value} 네트워크의 크기가 /{prefix}입니다. 크기는 /{widest}에서 /{narrowest} 사이여야 합니다. 슬래시 뒤의 숫자를 바꾸세요.",
      outsidePrivate:
        "{value} 네트워크가 사설 대역 밖에 있습니다. 10.0.0.0/8, 172.16.0.0/12 또는 192.168.0.0/16 안의 네트워크를 사용하세요.",
      unaligned: "{value} 네트워크가 경계에서 시작하지 않습니다. 다음 값을 사용하세요: {suggestion}.",
      tooSmallForZones:
        "{value} 네트워크는 가용 영역 {zones}개에 비해 너무 작습니다. 서브넷에는 /{needed} 크기가 필요합니다. /{needed} 이상의 네트워크를 사용하거나 영역 수를 줄이세요.",
      tooOpen:
        "{value} 네트워크는 인터넷의 넓은 범위를 허용합니다. 사무실 주소처럼 /8보다 넓지 않은 네트워크를 지정하세요.",
      notPublic:
        "{value} 네트워크는 사설 대역이므로 퍼블릭 주소에 접근할 수 없습니다. 외부로 나갈 때의 퍼블릭 주소를 지정하세요.",
    },
    cache: {
      shards: "{value} 값은 샤드 수로 사용할 수 없습니다. 1에서 {maximum} 사이로 입력하세요.",
      nodes:
        "샤드 {value}개에 복제본이 {replicas}개씩이면 노드는 모두 {nodes}개이지만, 캐시의 노드는 최대 {maximum}개입니다. 샤드나 복제본을 줄이세요.",
      bounds:
        "최소 샤드 수({value})가 최대 샤드 수({maximum})보다 큽니다. 최솟값을 낮추거나 최댓값을 높이세요.",
      belowMinimum:
        "샤드 {value}개는 자동 확장의 최소 {minimum}개보다 적습니다. {minimum} 이상을 입력하거나 최솟값을 낮추세요.",
      aboveMaximum:
        "샤드 {value}개는 자동 확장의 최대 {maximum}개보다 많습니다. {maximum} 이하를 입력하거나 최댓값을 높이세요.",
      autoscalingNode:
        "{value} 유형은 자동 확장을 지원하지 않습니다. m6g, m7g, r6g, r6gd, r7g의 large, xlarge, 2xlarge를 선택하거나 자동 확장을 끄세요.",
      multiAzNeedsReplica:
        "복제본 {value}개로는 여러 가용 영역에 분산할 수 없습니다. 복제본을 1개 이상으로 입력하거나 다중 AZ를 끄세요.",
      nodeTypeRegion: "{value} 유형은 {region} 리전에 없습니다. 다음 중에서 선택하세요: {choices}.",
    },
    domain: {
      form: "{value} 값은 도메인이 아닙니다. spring-sale.your-company.com처럼 점을 포함해 소문자로 입력하세요.",
      long: "{value} 도메인은 인증서에 쓰기에 너무 깁니다. {maximum}자 이하의 도메인을 사용하세요.",
      reserved:
        "{value} 도메인은 위임할 수 없습니다. {suffix} 이름은 예약되어 있어 인증서가 발급되지 않습니다. 조직이 등록한 도메인 아래의 이름을 사용하세요.",
      noSuchTop:
        "{value} 도메인은 위임할 수 없습니다. 인터넷에 없는 최상위 도메인입니다: {suffix}. 조직이 등록한 도메인 아래의 이름을 사용하세요.",
      publicSuffix:
        "{value} 도메인은 등록 기관이 관리하며, 도메인은 그 아래에 등록합니다. 조직이 등록한 도메인 아래의 이름을 사용하세요.",
    },
    zoneId:
      "{value} 값은 Route 53 호스팅 영역 ID가 아닙니다. 영역 세부 정보에서 Z0123456789ABC 같은 값을 복사하거나 비워 두세요.",
    loadTest: {
      day: "{value} 값은 날짜가 아닙니다. 2027-01-31처럼 입력하거나, 부하 테스트가 없으면 비워 두세요.",
      past: "{value} 날짜가 이미 지났습니다(오늘: {today}). 오늘 이후의 날짜를 선택하거나, 부하 테스트가 없으면 비워 두세요.",
      far: "{value} 날짜가 {days}일보다 뒤입니다. {days}일 이내의 날짜를 선택하세요. 나중에 연장할 수 있습니다.",
      noSources:
        "{value}까지의 부하 테스트에는 요청을 보내는 네트워크가 필요합니다. 203.0.113.0/28처럼 하나 이상 추가하거나 날짜를 지우세요.",
      agent:
        "{value} 값은 User-Agent로 사용할 수 없습니다. greenroom-load-test/1.0처럼 영문자, 숫자, 공백과 ./_- 4~100자를 사용하세요.",
    },
    accelerator: {
      noAlb:
        "로드 밸런서가 꺼져 있어 Global Accelerator가 연결할 곳이 없습니다. 엣지와 로드 밸런서를 켜거나 Global Accelerator를 끄세요.",
    },
    compliance: {
      noRecorder:
        "기록하는 레코더가 없으면 AWS가 규칙을 거부합니다. 레코더를 추가하거나, 계정에 이미 있다고 선택하거나, 규칙을 끄세요.",
      twoRecorders:
        "계정은 리전당 레코더 하나만 가질 수 있어 거부됩니다. 계정에 이미 있으면 레코더를 추가하지 마세요.",
    },
    cluster: {
      noWayOut:
        "클러스터의 노드, external-dns, Karpenter는 NAT 게이트웨이로만 AWS에 접근합니다. 공유 1개 또는 영역별 1개를 선택하거나 클러스터를 끄세요.",
      unsupported:
        "AWS는 {endedOn}에 Kubernetes {value}의 모든 지원을 종료했습니다. 다음 중에서 선택하세요: {choices}.",
      oneVersion:
        "EKS는 한 번에 한 버전씩만 올릴 수 있습니다. 이번 변경에서는 {before}에서 {next} 버전까지만 올리고, {value} 버전은 이후 변경에서 요청하세요.",
      olderVersion:
        "EKS는 이전 버전으로 되돌릴 수 없으며 현재 버전은 {before}입니다. {before} 버전을 유지하거나, {value} 버전의 새 환경을 요청하세요.",
      nodeTypeForm: "{value} 값은 EC2 인스턴스 유형이 아닙니다. t3.large처럼 입력하세요.",
      nodeTypeRegion:
        "{value} 유형은 {region} 리전에서 제공되지 않습니다. 다음 계열에서 medium 또는 large 이상의 유형을 선택하세요: {families}.",
      mixedProcessors:
        "{value} 유형과 {other} 유형은 프로세서가 다릅니다. 한 그룹의 노드는 이미지 하나를 함께 쓰므로 같은 프로세서의 유형을 지정하세요.",
      nodeBounds:
        "최소 노드 수({value})가 최대 노드 수({maximum})보다 큽니다. 최솟값을 낮추거나 최댓값을 높이세요.",
      nodesOutside:
        "노드 {value}개는 그룹의 범위를 벗어납니다. {minimum}에서 {maximum} 사이로 입력하거나 범위를 바꾸세요.",
      principal:
        "{value} 값은 역할 또는 사용자의 ARN이 아닙니다. arn:aws:iam::111122223333:role/platform처럼 입력하세요.",
      alreadyAdministrator: "이미 클러스터 관리자입니다: {value}. 읽기 권한 목록에서 제거하세요.",
    },
    list: {
      tooMany: "항목이 {count}개이지만 최대 {maximum}개까지 지정할 수 있습니다. 일부를 제거하세요.",
      repeated: "{value} 값이 목록에 두 번 있습니다. 하나를 제거하세요.",
      tooFew: "항목이 {count}개이지만 {minimum}개 이상 필요합니다. 하나를 추가하세요.",
    },
    faultInjection: {
      noAlarms: "실험을 중단할 경보가 필요하지만 관측성이 꺼져 있습니다. 관측성을 켜거나 실험을 끄세요.",
    },
    email: "{value} 값은 소문자로 된 이메일 주소가 아닙니다. rina@example.com처럼 입력하세요.",
    data: {
      noLimit:
        "프로비저닝 용량에는 한도가 필요하지만 현재 값은 {value}입니다. 1에서 40,000 사이로 입력하거나 온디맨드를 선택하세요.",
      bounds: "최소 용량({value})이 최대 용량({maximum})보다 큽니다. 최솟값을 낮추거나 최댓값을 높이세요.",
      replicaAtHome: "{value} 리전은 환경이 있는 곳이므로 복제할 수 없습니다. 끄거나 다른 리전을 선택하세요.",
      oneReplicaAtATime:
        "AWS는 테이블 복제본을 한 번에 하나씩만 추가하거나 제거합니다. 이번 변경에서는 {first} 리전을, 다음 변경에서는 {value} 리전을 요청하세요.",
    },
    network: {
      occupied:
        "이미 만들어진 클러스터, 캐시, 데이터베이스, 로드 밸런서는 {before} 네트워크에 있으며 {value} 네트워크로 옮길 수 없습니다. {before} 네트워크를 유지하거나 새 환경을 요청하세요.",
    },
    aurora: {
      step: "{value} 값은 용량 단위로 사용할 수 없습니다. 0.5나 2처럼 0.5 단위로 입력하세요.",
      bounds:
        "최소 용량 단위({value})가 최대 용량 단위({maximum})보다 큽니다. 최솟값을 낮추거나 최댓값을 높이세요.",
      protected:
        "삭제 방지가 켜져 있으면 AWS가 Aurora 데이터베이스를 삭제하지 않습니다. 먼저 Aurora의 “삭제 방지”만 끄는 변경을 요청하세요.",
    },
    loadGenerator: {
      noWayOut:
        "서버 {value}대를 준비하고 접속하려면 NAT 게이트웨이가 필요합니다. 게이트웨이를 선택하거나 서버를 0대로 설정하세요.",
    },
    edge: {
      protected:
        "삭제 방지가 켜져 있으면 AWS가 로드 밸런서를 삭제하지 않습니다. 먼저 “로드 밸런서 삭제 방지”만 끄는 변경을 요청하세요.",
    },
    invalid: "{value} 값은 여기에 사용할 수 없습니다. 프리셋을 다시 선택하거나 플랫폼 팀에 문의하세요.",
  },
} satisfies Texts<typeof english>;
