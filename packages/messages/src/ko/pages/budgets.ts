import type { budgets as english } from "../../en/pages/budgets";
import type { Texts } from "../../texts";

export const budgets = {
  budgetImpact: {
    title: "승인 후의 예산",
    ofTeam: "{name} 팀 예산",
    ofEnvironment: "{name} 예산",
    ofBudget: "(예산 <budget></budget>)",
    leftOut: "가격을 알 수 없어 이 금액에 포함되지 않음: {parts}.",
    passesNone: "초과하는 기준이 없습니다.",
    effects: {
      NOTIFY: "<limit></limit> 초과: 승인자에게 알립니다.",
      APPROVE: "<limit></limit> 초과: 플랫폼 엔지니어만 승인할 수 있습니다.",
      BLOCK:
        "<limit></limit> 초과: 예산에 따라 이 요청을 승인할 수 없습니다. 규모를 줄여 요청하거나, 필요 없는 환경을 삭제하거나, 플랫폼 엔지니어에게 예산 증액을 요청하세요.",
    },
  },
  budgets: {
    title: "예산",
    set: "예산 설정",
    setOf: "{name} 예산 설정",
    change: "변경",
    changeOf: "{name} 예산 변경",
    remove: "예산 삭제",
    save: "저장",
    saved: "예산을 저장했습니다.",
    removed: "예산을 삭제했습니다.",
    ofTeam: "{name} 팀",
    dialogOf: "{name} 예산",
    dialogHelp:
      "한 달에 쓸 수 있는 비용과, 이를 초과할 때의 처리 방법입니다. 요청은 승인 전에 예산과 비교됩니다.",
    team: "팀",
    amount: "월 예산(미국 달러)",
    amountHelp: "예: 500 또는 99.50(세금 제외)",
    thresholds: "기준",
    thresholdNumber: "기준 {number}",
    addThreshold: "기준 추가",
    removeOne: "삭제",
    removeThreshold: "기준 {number} 삭제",
    when: "조건",
    consequence: "결과",
    kinds: {
      CROSSING: "예산의 일정 비율을 초과할 때",
      ABSOLUTE: "요청으로 월 요금이 일정 금액 넘게 늘 때",
      PERCENT: "요청으로 월 요금이 일정 비율 넘게 늘 때",
    },
    units: {
      CROSSING: "퍼센트",
      ABSOLUTE: "달러",
      PERCENT: "퍼센트",
    },
    rules: {
      CROSSING: "{value}%(<limit></limit>) 초과 시:",
      ABSOLUTE: "요청으로 월 <limit></limit> 넘게 늘 때:",
      PERCENT: "요청으로 {value}%(월 <limit></limit>) 넘게 늘 때:",
      PERCENT_OF_NOTHING: "요청으로 {value}% 넘게 늘 때:",
    },
    effects: {
      NOTIFY: "승인자에게 알림",
      APPROVE: "플랫폼 엔지니어만 승인 가능",
      BLOCK: "요청 거부",
    },
    passedBy: {
      SO_FAR: "초과",
      FORECAST: "예측상 초과",
      EXPECTED: "현재 규모로 한 달이면 초과",
    },
    noThresholds: "기준이 없어 예산을 초과해도 아무 조치도 하지 않습니다.",
    figures: {
      soFar: "현재까지",
      forecast: "예측",
      expected: "현재 규모로 한 달",
      budget: "예산",
    },
    noneOfEnvironment: "이 환경에는 따로 정한 예산이 없습니다.",
    empty: {
      title: "아직 예산이 없습니다",
      forSetters:
        "팀이 한 달에 쓸 수 있는 비용을 설정하세요. 이를 초과하는 요청은 알림, 플랫폼 엔지니어 승인, 거부 중 하나로 처리됩니다. 환경의 예산은 환경 페이지에서 설정합니다.",
      forReaders:
        "예산을 설정하면 초과할 때 승인자에게 알립니다. 플랫폼 엔지니어에게 예산 설정을 요청하세요.",
    },
    removeForGood: "예, 삭제합니다",
    everyStage: "예산은 팀과 환경 전체에 적용되므로 단계 필터가 적용되지 않습니다.",
  },
  budgetAlerts: {
    title: "예산 기준 {count}개 초과",
    acknowledge: "확인",
    texts: {
      SO_FAR:
        "<of>{name}</of>: {month} 비용이 <usd></usd>로, 예산의 {value}%(<limit></limit>)를 초과했습니다.",
      FORECAST:
        "<of>{name}</of>: {month} 비용이 <usd></usd>로 예측되어 예산의 {value}%(<limit></limit>)를 초과할 전망입니다.",
      EXPECTED:
        "<of>{name}</of>: 요청 <request></request>의 승인으로 월 요금이 <usd></usd>가 되며 기준 금액(<limit></limit>)을 초과합니다.",
    },
  },
  discounts: {
    title: "할인",
    set: "할인 설정",
    change: "변경",
    save: "저장",
    remove: "삭제",
    saved: "할인은 첫날부터 적용됩니다.",
    removed: "할인을 삭제했습니다.",
    dialogOf: "{name} 변경",
    dialogHelp:
      "무료 제공량을 뺀 예상 요금에서 차감합니다. AWS 청구액에는 할인이 이미 반영되어 있습니다. 할인을 설정한 사람이 책임자가 됩니다.",
    empty: "등록된 할인이 없으며 모든 가격은 정가입니다.",
    emptyForSetters:
      "등록된 할인이 없으며 모든 가격은 정가입니다. Savings Plans, 예약 노드, 개별 계약 요금이 있으면 설정하세요.",
    name: "이름",
    percent: "할인율",
    skuPrefix: "가격 이름의 앞부분",
    startsOn: "첫날",
    endsOn: "마지막 날",
    service: "서비스",
    cloudAccountId: "계정",
    region: "리전",
    everyAccount: "모든 계정",
    everyRegion: "모든 리전",
    owner: "책임자",
    days: "기간",
    notToday: "오늘은 미적용",
    from: "{from}부터",
    fromTo: "{from}~{to}",
    help: {
      name: "Compute savings plan 2026처럼 알아볼 수 있는 이름입니다.",
      percent: "할인 전 요금에서 차감합니다. 할인이 여러 개이면 남은 금액에 차례로 적용합니다.",
      skuPrefix: "NAT gateway처럼 가격표에 적힌 대로 씁니다. 비우면 서비스 전체입니다.",
      startsOn: "2026-12-01처럼 입력하며 UTC 기준입니다.",
      endsOn: "비우면 삭제할 때까지 적용됩니다.",
    },
    charge: "요금 항목",
    list: "정가",
    discounted: "할인가",
    ofEnvironment: "정가 <list></list> 대신 <discounted></discounted>입니다.",
    byRule: "{name}, {percent}%({owner})",
    rules: "할인 규칙",
    charges: "할인된 요금 항목",
  },
} satisfies Texts<typeof english>;
