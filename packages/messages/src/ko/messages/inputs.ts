import type { inputs as english } from "../../en/messages/inputs";
import type { Texts } from "../../texts";

export const inputs = {
  fieldInvalid: '"{value}" 값은 여기에 사용할 수 없습니다. 다른 값을 선택하거나 입력하세요.',
  input: {
    missing: "{field} 값이 없습니다. 입력한 뒤 다시 보내세요.",
    choice: '"{value}" 값은 {field} 항목에서 선택할 수 없습니다. 다음 중에서 선택하세요: {choices}.',
    unknown: '"{value}" 항목은 알 수 없습니다. 제거한 뒤 다시 보내세요.',
    malformed: "보낸 내용이 올바른 JSON이 아닙니다. 고친 뒤 다시 보내세요.",
    notPlain: "보낸 내용에 일반 JSON이 아닌 형식이 있습니다. 페이지를 새로 고친 뒤 다시 시도하세요.",
    notJson: "보낸 내용이 JSON으로 표시되어 있지 않습니다. application/json으로 보내세요.",
    tooLarge: "보낸 내용이 {limit}kB보다 큽니다. 한 번에 더 적게 보내세요.",
    tooDeep: "보낸 내용이 {limit}단계보다 깊게 중첩되어 있습니다. 깊이를 줄여 다시 보내세요.",
    tooMany: "보낸 내용에 값이 {limit}개보다 많습니다. 한 번에 더 적게 보내세요.",
    sameKeyTwice: '"{value}" 항목이 두 번 있습니다. 하나를 지우고 다시 보내세요.',
    number: "{value} 값은 정확히 저장할 수 없는 숫자입니다. 자릿수를 줄이거나 텍스트로 보내세요.",
    notUnicode: "보낸 내용에 깨진 문자가 있습니다. 텍스트를 다시 입력해 보내세요.",
    batch: "한 번에 {limit}개보다 많은 호출을 보냈습니다. 더 적게 보내세요.",
    batchWork: "한 번에 요청한 내용이 너무 많습니다. 더 적게 요청하세요.",
    tooManySettings: "어떤 양식보다 설정이 많습니다. 필요 없는 설정을 지우세요.",
  },
  name: {
    empty: "autumn-sale처럼 3~24자의 이름을 입력하세요.",
    pattern:
      '"{value}" 값은 이름으로 사용할 수 없습니다. 소문자로 시작하고 소문자, 숫자, 하이픈(연속 불가)만 사용하세요.',
    short: '"{value}" 이름은 너무 짧습니다. 3~24자로 입력하세요.',
    long: '"{value}" 이름은 너무 깁니다. 3~24자로 입력하세요.',
  },
  reason: {
    short: "사유가 너무 짧습니다. 용도를 간단히 적어 주세요.",
    long: "사유가 너무 깁니다. 1,000자 이내로 입력하세요.",
    missing: "용도를 적어 주세요.",
    why: "사유를 세 글자 이상 적어 주세요.",
  },
  lifetime: {
    whole: "{value} 값은 정수가 아닙니다. 소수점 없이 일수를 입력하세요.",
    short: "{value}일은 너무 짧습니다. 1 이상으로 입력하세요.",
    long: "{value}일은 너무 깁니다. 3650 이하로 입력하세요.",
  },
  textInvalid: "저장할 수 없는 문자(NUL)가 들어 있습니다. 붙여 넣지 말고 다시 입력하세요.",
} satisfies Texts<typeof english>;
