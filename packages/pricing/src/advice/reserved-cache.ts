import { message } from "@greenroom/messages";
import { Decimal } from "../ranges";
import { HOURS_PER_MONTH } from "../schema/hours";
import type { AdviceSubject, Advisor, SubjectResource } from "./advice-subject";
import { withUsage } from "./edit-stacks";

const MONTHS = 12;
const CHOICES = ["reserved_instance_term.1_year", "reserved_instance_payment_option.no_upfront"] as const;

/**
 * Cache nodes reserved for a year without upfront payment, with the month from which that is cheaper than on
 * demand. Not for development, nor where the environment does not exist all hours: a reservation is paid
 * while nothing runs.
 */
export const reservedCache: Advisor = (subject) => {
  if (subject.stage === "dev" || subject.environmentHours < HOURS_PER_MONTH) return [];
  const caches = subject
    .ofType("AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::CacheCluster")
    .filter((cache) => !isReserved(subject, cache));
  const shares = caches.map((cache) => shareOfOnDemand(subject, cache));
  const known = shares.filter((share) => share !== null);
  if (known.length === 0 || known.length < shares.length) return [];
  const months = Decimal.max(...known)
    .times(MONTHS)
    .toDecimalPlaces(1, Decimal.ROUND_UP)
    .toFixed();
  const usage = caches.reduce(
    (figures, cache) =>
      CHOICES.reduce(
        (all, key) => withUsage(all, cache, key, { low: 1, expected: 1, high: 1, assumption: WHY }),
        figures,
      ),
    subject.usage,
  );
  return [
    {
      key: "reserved-cache",
      title: message("pricing.advice.reservedCache.title", { months }),
      risk: message("pricing.advice.reservedCache.risk", { months }),
      resources: caches,
      after: { usage },
    },
  ];
};

const WHY = message("pricing.assumption.reservedForAYear");

function isReserved({ usage }: AdviceSubject, { stackKey, logicalId }: SubjectResource): boolean {
  const keys = Object.keys(usage[stackKey]?.[logicalId] ?? {});
  return keys.some((key) => key.startsWith("reserved_instance_term."));
}

/** The reserved hour as a share of the hour on demand; null when either has no price. */
function shareOfOnDemand({ book }: AdviceSubject, { properties, region }: SubjectResource): Decimal | null {
  const engine = (properties.text("Engine") ?? "redis").toLowerCase();
  const node = `${properties.text("CacheNodeType")} ${engine.charAt(0).toUpperCase()}${engine.slice(1)} node`;
  const onDemand = book.find("AmazonElastiCache", `${node} on-demand`, region);
  const reserved = book.find("AmazonElastiCache", `${node} RI 1yr no upfront`, region);
  if (!onDemand || !reserved) return null;
  return reserved.each.div(onDemand.each);
}
