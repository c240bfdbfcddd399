import type { LocalText } from "./blueprint";

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
  "spec.invalid": {
    en: "{value} cannot be used here. Choose a preset again, or ask the platform team.",
    ko: "{value}은(는) 여기에 사용할 수 없습니다. 프리셋을 다시 선택하거나 플랫폼 팀에 문의하세요.",
  },
} as const satisfies Record<string, LocalText>;
export type SpecMessageKey = keyof typeof SPEC_MESSAGES;
