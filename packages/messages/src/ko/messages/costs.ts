import type { costs as english } from "../../en/messages/costs";
import type { Texts } from "../../texts";

export const costs = {
  usageFileUnreadable:
    "{where}에서 사용량 파일을 읽을 수 없습니다: {reason}. resource_usage: '<'LogicalId'>': '<'key'>': '<'number'>' 형식으로 작성하세요.",
  anomalyNotFound:
    "{day}에 {component} 비용 이상이 없습니다. 페이지를 새로 고치세요. 이후의 수치로 이상이 사라졌을 수 있습니다.",
  anomalyDismissed:
    "{day}의 {component} 비용 이상은 이미 정상으로 처리되었습니다. 페이지를 새로 고쳐 누가 왜 처리했는지 확인하세요.",
  anomalyNotYours:
    "현재 역할로는 비용 이상을 정상으로 처리할 수 없습니다. 팀의 요청자나 승인자에게 요청하세요.",
  templateUnreadable: "스택 {stack}의 템플릿 가격을 계산할 수 없습니다: “{reason}”",
  usageInvalid:
    "사용량 {where}의 값은 {low} / {expected} / {high}입니다. 0 이상이면서 최저 ≤ 예상 ≤ 최고가 되도록 입력하세요.",
  budget: {
    amount:
      '"{value}" 값은 금액이 아닙니다. 500이나 99.50처럼 0보다 큰 수를 소수점 넷째 자리까지 입력하세요.',
    tooMany: "예산 하나에 기준은 10개까지 둘 수 있습니다. 일부를 삭제하세요.",
    sameTwice: "같은 기준이 두 번 있습니다. 하나를 바꾸거나 삭제하세요.",
  },
  budgetBlocks:
    "요청 #{number} 승인 시 {name}의 월 요금이 ${usd} 수준이 됩니다. 예산(${budget})에 따라 ${limit} 초과 요청은 승인할 수 없습니다. 더 작게 요청하거나, 필요 없는 환경을 삭제하거나, 플랫폼 엔지니어에게 예산 증액을 요청하세요.",
  budgetNeedsEngineer:
    "요청 #{number} 승인 시 {name}의 월 요금이 ${usd} 수준이 됩니다. ${limit} 초과 요청은 예산(${budget})에 따라 플랫폼 엔지니어만 승인할 수 있습니다. 플랫폼 엔지니어에게 검토를 요청하세요.",
  budgetBlocksAtLeast:
    "요청 #{number} 승인 시 {name}의 월 요금이 최소 ${usd} 수준이 됩니다(가격을 알 수 없는 항목: {parts}). 예산(${budget})에 따라 ${limit} 초과 요청은 승인할 수 없습니다. 더 작게 요청하거나, 필요 없는 환경을 삭제하거나, 플랫폼 엔지니어에게 예산 증액을 요청하세요.",
  budgetNeedsEngineerAtLeast:
    "요청 #{number} 승인 시 {name}의 월 요금이 최소 ${usd} 수준이 됩니다(가격을 알 수 없는 항목: {parts}). ${limit} 초과 요청은 예산(${budget})에 따라 플랫폼 엔지니어만 승인할 수 있습니다. 플랫폼 엔지니어에게 검토를 요청하세요.",
  budgetNotYours:
    "예산은 해당 팀을 제한하므로 플랫폼 엔지니어만 정할 수 있습니다. 플랫폼 엔지니어에게 요청하세요.",
  budgetTeamNotFound: "없는 팀이거나 내가 속하지 않은 팀입니다. 목록에서 선택하세요.",
  budgetMoved:
    "{name}의 예산이 화면을 연 뒤 변경되거나 삭제되었습니다. 페이지를 새로 고쳐 확인한 뒤 다시 정하세요.",
  budgetAlertNotFound: "예산이 변경되거나 삭제되어 이 알림이 없어졌습니다. 페이지를 새로 고치세요.",
  costNotANumber:
    '{day} {environment}의 {service}, {component} 비용은 "{usd}"달러일 수 없습니다. 아무것도 가져오지 않았으니 원본을 고친 뒤 다시 가져오세요.',
  budgetAlertNotYours: "현재 역할로는 예산 알림을 확인 처리할 수 없습니다. 팀의 승인자에게 요청하세요.",
  discount: {
    notYours:
      "할인은 모든 팀에 적용되므로 플랫폼 엔지니어만 정할 수 있습니다. 플랫폼 엔지니어에게 요청하세요.",
    noAccount: "없는 계정입니다. 목록에서 선택하세요.",
    meetsNothing:
      '가격표의 {regions}에는 이름이 "{skuPrefix}" 문자열로 시작하는 {service} 가격이 없습니다. 가격표에 적힌 대로 쓰거나, 서비스 전체에 적용하려면 비워 두세요.',
    name: "할인 이름을 80자 이내로 입력하세요.",
    percent: '"{value}" 값은 비율이 아닙니다. 0보다 크고 100 이하인 수를 소수점 셋째 자리까지 입력하세요.',
    day: '"{value}" 값은 날짜가 아닙니다. 2026-12-31처럼 입력하세요.',
    endsBeforeStart: "마지막 날이 첫날보다 앞섭니다. 더 늦은 날을 선택하거나 비워 두세요.",
  },
} satisfies Texts<typeof english>;
