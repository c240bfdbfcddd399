import { Decimal, toText } from "../ranges";
import type { Advice } from "../schema";
import { type AdviceOptions, type Advisor, createAdviceSubject, type Proposal } from "./advice-subject";
import { eksVersion } from "./eks-version";
import { gatewayEndpoints } from "./gateway-endpoints";
import { gp3 } from "./gp3";
import { graviton } from "./graviton";
import { interfaceEndpoints } from "./interface-endpoints";
import { oneNat } from "./one-nat";
import { reservedCache } from "./reserved-cache";
import { rightSize } from "./right-size";
import { sleep } from "./sleep";
import { valkey } from "./valkey";

const ADVISORS: readonly Advisor[] = [
  valkey,
  oneNat,
  gatewayEndpoints,
  interfaceEndpoints,
  sleep,
  eksVersion,
  gp3,
  graviton,
  reservedCache,
  rightSize,
];

/**
 * What would cost less, largest saving first. Each saving is found by pricing the changed templates with the
 * same estimator, so that it is exact; a change whose price is not known is not advised. Pure, like
 * `estimateTemplates`.
 * @throws AppError as `estimateTemplates`
 */
export function adviseOn(options: AdviceOptions): Advice[] {
  return proposalsFor(options)
    .map(({ proposal, saves }) => toView(proposal, saves))
    .sort((a, b) => compare(b.savesMonthlyUsd, a.savesMonthlyUsd));
}

interface Saving {
  low: Decimal;
  expected: Decimal;
  high: Decimal;
}

/** Every proposal that saves something, with what it saves. */
export function proposalsFor(options: AdviceOptions): { proposal: Proposal; saves: Saving }[] {
  const subject = createAdviceSubject(options);
  return ADVISORS.flatMap((advisor) => advisor(subject))
    .flatMap((proposal) => {
      const present = subject.estimate(proposal.before ?? {});
      const changed = subject.estimate(proposal.after);
      if (!subject.isPriced(changed, present)) return [];
      const [before, after] = [present.monthlyUsd, changed.monthlyUsd];
      const [low, expected, high] = (["low", "expected", "high"] as const).map((bound) =>
        new Decimal(before[bound]).minus(after[bound]),
      ) as [Decimal, Decimal, Decimal];
      const saves = {
        low: Decimal.min(low, expected, high),
        expected,
        high: Decimal.max(low, expected, high),
      };
      return [{ proposal, saves }];
    })
    .filter(
      ({ proposal, saves }) =>
        saves.expected.gt(0) ||
        (saves.expected.isZero() && (saves.high.gt(0) || proposal.isKeptAtZero === true)),
    );
}

function toView({ key, title, risk, from, resources }: Proposal, saves: Saving): Advice {
  return {
    key,
    title,
    risk,
    savesMonthlyUsd: { low: toText(saves.low), expected: toText(saves.expected), high: toText(saves.high) },
    from: from ?? null,
    resources: resources.map(({ stackKey, logicalId }) => ({ stackKey, logicalId })),
  };
}

function compare(a: Advice["savesMonthlyUsd"], b: Advice["savesMonthlyUsd"]): number {
  return new Decimal(a.expected).comparedTo(b.expected) || new Decimal(a.high).comparedTo(b.high);
}
