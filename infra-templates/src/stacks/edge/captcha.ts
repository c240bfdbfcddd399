import type { UsageValue } from "@greenroom/pricing/usage";
import { explain, moving } from "../../model/usage-value";

/** Of the requests, those that WAF blocks or asks a CAPTCHA of. */
export const STOPPED_SHARE = 0.02;

/** CAPTCHA attempts of a web ACL that so many requests pass. */
export function captchaAttempts(requests: number): UsageValue {
  return moving(
    requests * STOPPED_SHARE,
    explain("WAF stops one of fifty requests", "WAF가 요청 50건 중 1건을 막습니다"),
  );
}
