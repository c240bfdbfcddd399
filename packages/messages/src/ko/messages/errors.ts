import type { errors as english } from "../../en/messages/errors";
import type { Texts } from "../../texts";

export const errors = {
  network: "Greenroom이 응답하지 않습니다. 연결을 확인하세요. 손실된 내용은 없으며 다시 시도할 수 있습니다.",
  internal:
    "Greenroom 내부에서 문제가 발생했습니다. 다시 시도하고, 반복되면 발생 시각을 플랫폼 팀에 알려 주세요.",
  databaseBusy:
    "데이터베이스가 바빠서 제때 처리하지 못했습니다. 변경된 내용은 없으며 몇 초 후 다시 시도하세요.",
  databaseUnavailable:
    "지금은 데이터베이스에 연결할 수 없습니다. 손실된 내용은 없으며 몇 초 후 다시 시도하세요.",
  unauthenticated: "로그인되어 있지 않습니다. 로그인한 뒤 다시 시도하세요.",
  rightsUnsteady:
    "처리하는 동안 역할이 여러 번 바뀌어 작업을 수행하지 않았습니다. 페이지를 새로 고친 뒤 다시 시도하세요.",
  noMembership: "아직 소속된 팀이 없습니다. 플랫폼 엔지니어에게 역할을 요청하세요.",
  cursorInvalid: "목록에 없는 페이지입니다. 첫 페이지부터 다시 시작하세요.",
  procedureUnknown: "호출한 기능이 없습니다. 페이지를 새로 고치세요.",
  callRefused: "Greenroom이 호출을 거부했습니다. {said} 페이지를 새로 고친 뒤 다시 시도하세요.",
  tooFast: "짧은 시간에 너무 많이 요청했습니다. {seconds}초 후 다시 시도하세요.",
  tooManyStreams:
    "동시에 볼 수 있는 실행은 {limit}개까지입니다. 실행 페이지 하나를 닫고 {seconds}초 후 다시 시도하세요.",
  settingsWrong:
    "설정이 잘못되어 Greenroom을 시작할 수 없습니다. {problems}. README의 “Settings”를 참고하세요.",
  redisEvicts:
    "REDIS_URL의 Redis는 maxmemory-policy 값이 “{policy}”이므로 대기 중인 작업을 버릴 수 있습니다. “noeviction”으로 설정한 뒤(redis-cli CONFIG SET maxmemory-policy noeviction) 다시 시작하세요.",
  workerDisconnected: "이 워커와 데이터베이스의 연결이 끊어졌습니다. 자동으로 다시 시도합니다.",
  verbatim: "{text}",
  bilingual: "{locale, select, ko {{ko}} other {{en}}}",
} satisfies Texts<typeof english>;
