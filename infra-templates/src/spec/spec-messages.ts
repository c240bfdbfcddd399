import type { LocalText } from "../model/blueprint";

/**
 * Everything that can be wrong with a spec, in both languages. A blueprint's own checks use one of these keys as the issue's
 * message and put the values into `params`; zod's own issues are told apart by their code. `{name}` is filled from details.
 */
export const SPEC_MESSAGES = {
  "spec.missing": {
    en: "A value is missing here. Fill it in, or choose a preset again.",
    ko: "값이 없습니다. 값을 입력하거나 프리셋을 다시 선택하세요.",
  },
  "spec.type.whole": {
    en: "{value} is not a whole number. Enter a number without decimals.",
    ko: "{value}은(는) 정수가 아닙니다. 소수점 없는 숫자를 입력하세요.",
  },
  "spec.type.number": {
    en: "{value} is not a number. Enter a number.",
    ko: "{value}은(는) 숫자가 아닙니다. 숫자를 입력하세요.",
  },
  "spec.type.text": {
    en: "{value} is not text. Enter text.",
    ko: "{value}은(는) 텍스트가 아닙니다. 텍스트를 입력하세요.",
  },
  "spec.type.switch": {
    en: "{value} is neither on nor off. Switch it on or off.",
    ko: "{value}은(는) 켜짐도 꺼짐도 아닙니다. 켜거나 끄세요.",
  },
  "spec.type.list": {
    en: "{value} is not a list. Enter one value a line.",
    ko: "{value}은(는) 목록이 아닙니다. 한 줄에 하나씩 입력하세요.",
  },
  "spec.type.group": {
    en: "{value} is not a group of settings. Choose a preset again.",
    ko: "{value}은(는) 설정 그룹이 아닙니다. 프리셋을 다시 선택하세요.",
  },
  "spec.tooSmall": {
    en: "{value} is too small. Enter {minimum} or more.",
    ko: "{value}은(는) 너무 작습니다. {minimum} 이상으로 입력하세요.",
  },
  "spec.tooBig": {
    en: "{value} is too large. Enter {maximum} or less.",
    ko: "{value}은(는) 너무 큽니다. {maximum} 이하로 입력하세요.",
  },
  "spec.choice": {
    en: "{value} is not one of the choices. Choose one of: {choices}.",
    ko: "{value}은(는) 선택할 수 없는 값입니다. 다음 중에서 선택하세요: {choices}.",
  },
  "spec.unknownKey": {
    en: "{value} is not a setting of this blueprint. Remove it.",
    ko: "{value}은(는) 이 블루프린트의 설정이 아닙니다. 제거하세요.",
  },
  "spec.traffic.rate": {
    en: "{value} is no number of requests per second. Enter whole numbers from 0 to {maximum}.",
    ko: "{value}은(는) 초당 요청 수가 아닙니다. 0부터 {maximum}까지의 정수를 입력하세요.",
  },
  "spec.traffic.byHour": {
    en: "There are {count} figures. Enter 24, one for each hour from midnight, or none.",
    ko: "값이 {count}개입니다. 자정부터 시간마다 하나씩 24개를 입력하거나 비워 두세요.",
  },
  "spec.cidr.empty": {
    en: "Enter a network such as 10.20.0.0/16.",
    ko: "10.20.0.0/16과 같은 네트워크를 입력하세요.",
  },
  "spec.cidr.form": {
    en: "{value} is not an IPv4 network. Write it like 10.180.0.0/16.",
    ko: "{value}은(는) IPv4 네트워크가 아닙니다. 10.180.0.0/16처럼 입력하세요.",
  },
  "spec.cidr.size": {
    en: "{value} is a /{prefix}, but the network must be between /{widest} and /{narrowest}. Change the number after the slash.",
    ko: "{value}은(는) /{prefix}이지만 네트워크는 /{widest}에서 /{narrowest} 사이여야 합니다. 슬래시 뒤의 숫자를 바꾸세요.",
  },
  "spec.cidr.outsidePrivate": {
    en: "{value} is outside the private ranges. Use a network inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
    ko: "{value}은(는) 사설 대역 밖에 있습니다. 10.0.0.0/8, 172.16.0.0/12 또는 192.168.0.0/16 안의 네트워크를 사용하세요.",
  },
  "spec.cidr.unaligned": {
    en: "{value} does not begin on its own boundary. Use {suggestion}.",
    ko: "{value}은(는) 네트워크 경계에서 시작하지 않습니다. {suggestion}을(를) 사용하세요.",
  },
  "spec.cidr.tooSmallForZones": {
    en: "{value} is too small for {zones} zones: their subnets need a /{needed}. Use a /{needed} or wider network, or fewer zones.",
    ko: "{value}은(는) 영역 {zones}개에는 너무 작습니다. 서브넷에 /{needed}이 필요합니다. /{needed} 이상의 네트워크를 사용하거나 영역 수를 줄이세요.",
  },
  "spec.cache.shards": {
    en: "{value} is not a number of shards. Enter 1 to {maximum}.",
    ko: "{value}은(는) 샤드 수로 사용할 수 없습니다. 1에서 {maximum} 사이로 입력하세요.",
  },
  "spec.cache.nodes": {
    en: "{value} shards with {replicas} replicas each are {nodes} nodes, but a cache has at most {maximum}. Use fewer shards or replicas.",
    ko: "복제본 {replicas}개씩 샤드 {value}개는 노드 {nodes}개이지만 캐시는 최대 {maximum}개까지입니다. 샤드나 복제본을 줄이세요.",
  },
  "spec.cache.bounds": {
    en: "The fewest shards, {value}, are more than the most, {maximum}. Lower the one or raise the other.",
    ko: "최소 샤드 수 {value}이(가) 최대 샤드 수 {maximum}보다 큽니다. 최소를 낮추거나 최대를 높이세요.",
  },
  "spec.cache.belowMinimum": {
    en: "{value} shards are fewer than autoscaling's fewest, {minimum}. Enter {minimum} or more, or lower the fewest.",
    ko: "샤드 {value}개는 자동 확장의 최소 {minimum}개보다 적습니다. {minimum} 이상으로 입력하거나 최소를 낮추세요.",
  },
  "spec.cache.aboveMaximum": {
    en: "{value} shards are more than autoscaling's most, {maximum}. Enter {maximum} or less, or raise the most.",
    ko: "샤드 {value}개는 자동 확장의 최대 {maximum}개보다 많습니다. {maximum} 이하로 입력하거나 최대를 높이세요.",
  },
  "spec.cache.autoscalingNode": {
    en: "{value} cannot be autoscaled. Choose a large, xlarge or 2xlarge of m6g, m7g, r6g, r6gd or r7g, or switch autoscaling off.",
    ko: "{value}은(는) 자동 확장을 지원하지 않습니다. m6g, m7g, r6g, r6gd, r7g의 large, xlarge, 2xlarge를 선택하거나 자동 확장을 끄세요.",
  },
  "spec.cache.multiAzNeedsReplica": {
    en: "{value} replicas cannot be spread over zones. Enter 1 or more replicas, or switch Multi-AZ off.",
    ko: "복제본 {value}개로는 여러 영역에 분산할 수 없습니다. 복제본을 1개 이상으로 입력하거나 다중 AZ를 끄세요.",
  },
  "spec.cache.nodeTypeRegion": {
    en: "{value} does not exist in {region}. Choose one of: {choices}.",
    ko: "{value}은(는) {region}에 없습니다. 다음 중에서 선택하세요: {choices}.",
  },
  "spec.domain.form": {
    en: "{value} is not a domain. Write it in lower case with a dot, like spring-sale.your-company.com.",
    ko: "{value}은(는) 도메인이 아닙니다. spring-sale.your-company.com처럼 점이 있는 소문자로 입력하세요.",
  },
  "spec.domain.long": {
    en: "{value} is too long for a certificate. Use a domain of at most {maximum} characters.",
    ko: "{value}은(는) 인증서에 쓰기에 너무 깁니다. {maximum}자 이하의 도메인을 사용하세요.",
  },
  "spec.domain.reserved": {
    en: "{value} can never be delegated: {suffix} is reserved, so its certificate would never be issued. Use a name below a domain that your organisation has registered.",
    ko: "{value}은(는) 위임할 수 없습니다. {suffix}은(는) 예약된 이름이라 인증서가 발급되지 않습니다. 조직이 등록한 도메인 아래의 이름을 사용하세요.",
  },
  "spec.domain.noSuchTop": {
    en: "{value} can never be delegated: the internet has no top-level domain {suffix}. Use a name below a domain that your organisation has registered.",
    ko: "{value}은(는) 위임할 수 없습니다. 최상위 도메인 {suffix}이(가) 없습니다. 조직이 등록한 도메인 아래의 이름을 사용하세요.",
  },
  "spec.domain.publicSuffix": {
    en: "{value} belongs to a registry: domains are registered below it. Use a name below a domain that your organisation has registered.",
    ko: "{value}은(는) 등록 기관의 이름이며 도메인은 그 아래에 등록합니다. 조직이 등록한 도메인 아래의 이름을 사용하세요.",
  },
  "spec.zoneId": {
    en: "{value} is not the id of a Route 53 hosted zone. Copy it from the zone's details, like Z0123456789ABC, or leave it empty.",
    ko: "{value}은(는) Route 53 호스팅 영역 ID가 아닙니다. 영역 세부 정보에서 Z0123456789ABC 같은 값을 복사하거나 비워 두세요.",
  },
  "spec.loadTest.day": {
    en: "{value} is not a day. Write it like 2027-01-31, or leave it empty for no load test.",
    ko: "{value}은(는) 날짜가 아닙니다. 2027-01-31처럼 입력하거나, 부하 테스트가 없으면 비워 두세요.",
  },
  "spec.loadTest.past": {
    en: "{value} is over (today is {today}). Choose a day from today on, or leave it empty for no load test.",
    ko: "{value}은(는) 이미 지났습니다(오늘은 {today}). 오늘 이후의 날짜를 선택하거나, 부하 테스트가 없으면 비워 두세요.",
  },
  "spec.loadTest.far": {
    en: "{value} is more than {days} days away. Choose a day within {days} days; you can prolong it later.",
    ko: "{value}은(는) {days}일보다 멉니다. {days}일 이내의 날짜를 선택하세요. 나중에 연장할 수 있습니다.",
  },
  "spec.loadTest.noSources": {
    en: "A load test until {value} needs the networks it comes from. Add at least one, like 203.0.113.0/28, or remove the day.",
    ko: "{value}까지의 부하 테스트에는 요청을 보내는 네트워크가 필요합니다. 203.0.113.0/28처럼 하나 이상 추가하거나 날짜를 지우세요.",
  },
  "spec.loadTest.agent": {
    en: "{value} cannot be a user agent here. Use 4 to 100 letters, digits, spaces and ./_- such as greenroom-load-test/1.0.",
    ko: "{value}은(는) 사용자 에이전트로 쓸 수 없습니다. greenroom-load-test/1.0처럼 영문자, 숫자, 공백과 ./_- 4~100자를 사용하세요.",
  },
  "spec.accelerator.noAlb": {
    en: "Global Accelerator has nothing to lead to: the load balancer is off. Switch on the edge and its load balancer, or switch the accelerator off.",
    ko: "로드 밸런서가 꺼져 있어 Global Accelerator가 연결할 곳이 없습니다. 엣지와 로드 밸런서를 켜거나 가속기를 끄세요.",
  },
  "spec.compliance.noRecorder": {
    en: "Rules are refused by AWS where nothing records. Bring a recorder, say that the account has one already, or switch the rules off.",
    ko: "기록하는 레코더가 없으면 AWS가 규칙을 거부합니다. 레코더를 추가하거나, 계정에 이미 있다고 선택하거나, 규칙을 끄세요.",
  },
  "spec.compliance.twoRecorders": {
    en: "An account has only one recorder in a region, so this one would be refused. Bring none where the account has one already.",
    ko: "계정은 리전당 레코더 하나만 가질 수 있어 거부됩니다. 계정에 이미 있으면 레코더를 추가하지 마세요.",
  },
  "spec.cluster.noWayOut": {
    en: "The cluster's nodes, external-dns and Karpenter reach AWS through NAT gateways only. Choose one in all or one per zone, or switch the cluster off.",
    ko: "클러스터의 노드, external-dns, Karpenter는 NAT 게이트웨이로만 AWS에 접근합니다. 전체 1개 또는 영역별 1개를 선택하거나 클러스터를 끄세요.",
  },
  "spec.cidr.tooOpen": {
    en: "{value} lets in a large part of the internet. Name networks of /8 or narrower, such as your office's address.",
    ko: "{value}은(는) 인터넷의 넓은 범위를 허용합니다. 사무실 주소처럼 /8 이하의 좁은 네트워크를 지정하세요.",
  },
  "spec.cidr.notPublic": {
    en: "{value} is a private network, which never reaches a public address. Name the public address it leaves from.",
    ko: "{value}은(는) 사설 네트워크라 퍼블릭 주소에 도달할 수 없습니다. 외부로 나갈 때의 공인 주소를 지정하세요.",
  },
  "spec.list.tooMany": {
    en: "There are {count} entries, and at most {maximum} can be named. Remove some.",
    ko: "항목이 {count}개이지만 최대 {maximum}개까지 지정할 수 있습니다. 일부를 제거하세요.",
  },
  "spec.list.repeated": {
    en: "{value} stands in the list twice. Remove one of them.",
    ko: "{value}이(가) 목록에 두 번 있습니다. 하나를 제거하세요.",
  },
  "spec.faultInjection.noAlarms": {
    en: "Experiments need alarms that stop them, and observability is off. Switch observability on, or the experiments off.",
    ko: "실험을 중단할 알람이 필요하지만 관측이 꺼져 있습니다. 관측을 켜거나 실험을 끄세요.",
  },
  "spec.email": {
    en: "{value} is not an e-mail address in small letters. Write it like rina@example.com.",
    ko: "{value}은(는) 소문자로 된 이메일 주소가 아닙니다. rina@example.com처럼 입력하세요.",
  },
  "spec.data.noLimit": {
    en: "Provisioned capacity needs a limit here, but it is {value}. Enter 1 to 40,000 units, or pay per request.",
    ko: "프로비저닝 용량에는 한도가 필요하지만 {value}입니다. 1에서 40,000 사이로 입력하거나 요청 단위 과금을 선택하세요.",
  },
  "spec.data.bounds": {
    en: "The fewest units, {value}, are more than the most, {maximum}. Lower the one or raise the other.",
    ko: "최소 용량 {value}이(가) 최대 용량 {maximum}보다 큽니다. 최소를 낮추거나 최대를 높이세요.",
  },
  "spec.data.replicaAtHome": {
    en: "{value} is where the environment itself is, so a copy there is none. Switch it off, or choose another region.",
    ko: "{value}은(는) 환경이 있는 리전이므로 복제할 수 없습니다. 끄거나 다른 리전을 선택하세요.",
  },
  "spec.network.occupied": {
    en: "What is built stands in {before} and cannot move to {value}: its cluster, cache, database or load balancer would be lost. Keep {before}, or ask for a new environment.",
    ko: "이미 만들어진 클러스터, 캐시, 데이터베이스, 로드 밸런서는 {before}에 있으며 {value}(으)로 옮길 수 없습니다. {before}을(를) 유지하거나 새 환경을 요청하세요.",
  },
  "spec.data.oneReplicaAtATime": {
    en: "AWS adds or removes one copy of a table at a time. Ask for {first} in this change, and for {value} in the next.",
    ko: "AWS는 테이블 복제본을 한 번에 하나씩만 추가하거나 제거합니다. 이번 변경에서는 {first}을(를), {value}은(는) 다음 변경에서 요청하세요.",
  },
  "spec.list.tooFew": {
    en: "There are {count} entries, and at least {minimum} is needed. Add one.",
    ko: "항목이 {count}개이지만 {minimum}개 이상 필요합니다. 하나를 추가하세요.",
  },
  "spec.cluster.unsupported": {
    en: "AWS ended all support of Kubernetes {value} on {endedOn}. Choose one of: {choices}.",
    ko: "AWS는 {endedOn}에 Kubernetes {value}의 모든 지원을 종료했습니다. 다음 중에서 선택하세요: {choices}.",
  },
  "spec.cluster.oneVersion": {
    en: "EKS goes up one version at a time: from {before} to {next} now, and on to {value} in later changes.",
    ko: "EKS는 한 번에 한 버전씩만 올릴 수 있습니다. 이번에는 {before}에서 {next}(으)로, {value}은(는) 이후 변경에서 요청하세요.",
  },
  "spec.cluster.olderVersion": {
    en: "EKS never goes back, and the cluster is at {before}. Keep {before}, or ask for a new environment with {value}.",
    ko: "EKS는 이전 버전으로 되돌릴 수 없으며 현재 버전은 {before}입니다. {before}을(를) 유지하거나 {value}(으)로 새 환경을 요청하세요.",
  },
  "spec.cluster.nodeTypeForm": {
    en: "{value} is not an EC2 instance type. Write it like t3.large.",
    ko: "{value}은(는) EC2 인스턴스 유형이 아닙니다. t3.large처럼 입력하세요.",
  },
  "spec.cluster.nodeTypeRegion": {
    en: "{value} is not offered in {region}. Choose a type from medium or large up of one of these families: {families}.",
    ko: "{value}은(는) {region}에서 제공되지 않습니다. medium 또는 large 이상 크기로 다음 계열에서 선택하세요: {families}.",
  },
  "spec.cluster.mixedProcessors": {
    en: "{value} has another processor than {other}, and the nodes of a group share one image. Name types with the same processor.",
    ko: "{value}은(는) {other}와(과) 프로세서가 다릅니다. 한 그룹의 노드는 이미지 하나를 함께 쓰므로 같은 프로세서의 유형을 지정하세요.",
  },
  "spec.cluster.nodeBounds": {
    en: "The fewest nodes, {value}, are more than the most, {maximum}. Lower the one or raise the other.",
    ko: "최소 노드 수 {value}이(가) 최대 노드 수 {maximum}보다 큽니다. 최소를 낮추거나 최대를 높이세요.",
  },
  "spec.cluster.nodesOutside": {
    en: "{value} nodes are outside the group's bounds. Enter {minimum} to {maximum}, or change the bounds.",
    ko: "노드 {value}개는 그룹의 범위를 벗어납니다. {minimum}에서 {maximum} 사이로 입력하거나 범위를 바꾸세요.",
  },
  "spec.cluster.principal": {
    en: "{value} is not the ARN of a role or user. Write it like arn:aws:iam::111122223333:role/platform.",
    ko: "{value}은(는) 역할 또는 사용자의 ARN이 아닙니다. arn:aws:iam::111122223333:role/platform처럼 입력하세요.",
  },
  "spec.cluster.alreadyAdministrator": {
    en: "{value} administers the cluster already. Remove it from the readers.",
    ko: "{value}은(는) 이미 클러스터 관리자입니다. 읽기 권한 목록에서 제거하세요.",
  },
  "spec.aurora.step": {
    en: "{value} is not a number of capacity units. Enter whole or half units, such as 0.5 or 2.",
    ko: "{value}은(는) 용량 단위로 사용할 수 없습니다. 0.5나 2처럼 0.5 단위로 입력하세요.",
  },
  "spec.aurora.bounds": {
    en: "The fewest capacity units, {value}, are more than the most, {maximum}. Lower the one or raise the other.",
    ko: "최소 용량 단위 {value}이(가) 최대 용량 단위 {maximum}보다 큽니다. 최소를 낮추거나 최대를 높이세요.",
  },
  "spec.loadGenerator.noWayOut": {
    en: "{value} machines need a NAT gateway to be set up and reached through. Choose one, or 0 machines.",
    ko: "서버 {value}대를 준비하고 접속하려면 NAT 게이트웨이가 필요합니다. 게이트웨이를 선택하거나 서버를 0대로 설정하세요.",
  },
  "spec.edge.protected": {
    en: "AWS does not delete the load balancer while its deletion protection is on. Ask for a change that switches “Protect the load balancer from deletion” off, and nothing else of the edge, first.",
    ko: "삭제 방지가 켜져 있으면 AWS가 로드 밸런서를 삭제하지 않습니다. 먼저 “로드 밸런서 삭제 방지”만 끄는 변경을 요청하세요.",
  },
  "spec.aurora.protected": {
    en: "AWS does not delete the Aurora database while its deletion protection is on. Ask for a change that switches Aurora’s “Deletion protection” off, and nothing else of Aurora, first.",
    ko: "삭제 보호가 켜져 있으면 AWS가 Aurora 데이터베이스를 삭제하지 않습니다. 먼저 Aurora의 “삭제 보호”만 끄는 변경을 요청하세요.",
  },
  "spec.invalid": {
    en: "{value} cannot be used here. Choose a preset again, or ask the platform team.",
    ko: "{value}은(는) 여기에 사용할 수 없습니다. 프리셋을 다시 선택하거나 플랫폼 팀에 문의하세요.",
  },
} as const satisfies Record<string, LocalText>;
export type SpecMessageKey = keyof typeof SPEC_MESSAGES;
