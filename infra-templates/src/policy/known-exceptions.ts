import type { LocalText } from "../model/local-text";
import type { RawFinding } from "./finding";

interface KnownException {
  rules: readonly string[];
  /** Narrows it to the findings that say this; all of the rules' findings when absent. */
  says?: RegExp;
  reason: LocalText;
}

/**
 * Findings of cloudformation-validate 1.14 that are wrong or beside the point for every generated template:
 * the one place for them. They are shown as accepted, with these reasons. aws-cdk-lib's own validation leaves
 * the same rules out silently.
 */
const KNOWN_EXCEPTIONS: readonly KnownException[] = [
  {
    rules: ["W3005"],
    reason: {
      en: "A dependency that also follows from a reference does no harm: the construct states it for readers.",
      ko: "참조로도 알 수 있는 의존성을 명시해도 문제가 없습니다. 읽는 사람을 위해 적어 둔 것입니다.",
    },
  },
  {
    rules: ["W1020"],
    reason: {
      en: "The template is generated: an Fn::Sub without variables is the same as a plain text.",
      ko: "생성된 템플릿입니다. 변수가 없는 Fn::Sub는 문자열과 같습니다.",
    },
  },
  {
    rules: ["W9002", "W9013"],
    reason: {
      en: "A template is made for exactly one account and region, so ARNs of that account are written out.",
      ko: "템플릿은 정해진 계정과 리전 하나만을 위해 만들어지므로 그 계정의 ARN을 그대로 적습니다.",
    },
  },
  {
    rules: ["W3010"],
    reason: {
      en: "The zones come from our table for the region: the same request always gives the same template, in the zones it was priced for.",
      ko: "가용 영역은 리전별 표에서 가져옵니다. 같은 요청은 언제나 같은 템플릿을 만들며, 가격을 계산한 영역에 배포됩니다.",
    },
  },
  {
    rules: ["W1030"],
    says: /^PermissionsBoundary: .* default ''/,
    reason: {
      en: "An empty parameter means that no boundary is set: a condition then leaves the property out.",
      ko: "파라미터가 비어 있으면 권한 경계를 두지 않는다는 뜻이며, 이때는 조건에 따라 속성이 제외됩니다.",
    },
  },
];

/** Why a finding is known to be no finding; null for one that counts. */
export function knownException({ engine, rule, message }: RawFinding): LocalText | null {
  if (engine !== "cloudformation-validate") return null;
  const exception = KNOWN_EXCEPTIONS.find(
    ({ rules, says }) => rules.includes(rule) && (says === undefined || says.test(message)),
  );
  return exception?.reason ?? null;
}
