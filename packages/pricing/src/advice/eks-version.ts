import { message } from "@greenroom/messages";
import { endOfStandardSupport } from "../kubernetes-versions";
import type { AdviceSubject, Advisor, Change, SubjectResource } from "./advice-subject";
import { withProperties } from "./edit-stacks";

/** How long before standard support ends it is worth saying: an upgrade needs weeks. */
const NOTICE_MS = 180 * 24 * 60 * 60 * 1000;
/** How many versions newer than a cluster's the calendar is asked for. */
const NEWER_VERSIONS = 30;

/**
 * A Kubernetes version that has left standard support, or will within 180 days: from that day the control
 * plane pays a surcharge. For a day to come both sides are priced on that day.
 */
export const eksVersion: Advisor = (subject) =>
  subject.ofType("AWS::EKS::Cluster").flatMap((cluster) => {
    const version = cluster.properties.text("Version");
    const end = version && endOfStandardSupport(version);
    if (!version || !end || cluster.properties.text("UpgradePolicy.SupportType") === "STANDARD") return [];
    const day = Math.max(Date.parse(end), subject.now.getTime());
    const isToCome = Date.parse(end) > subject.now.getTime();
    const target = newestSupported(version, day);
    if (!target || day - subject.now.getTime() > NOTICE_MS) return [];
    return [proposal(subject, cluster, { version, end, target, pricedOn: isToCome ? new Date(day) : null })];
  });

interface Upgrade {
  version: string;
  end: string;
  target: string;
  /** The day both sides are priced on when it is to come. */
  pricedOn: Date | null;
}

function proposal(
  subject: AdviceSubject,
  cluster: SubjectResource,
  { version, end, target, pricedOn }: Upgrade,
) {
  const day: Change = pricedOn ? { now: pricedOn } : {};
  return {
    key: "eks-version" as const,
    title: pricedOn
      ? message("pricing.advice.eksVersion.ahead", { target, version, day: end })
      : message("pricing.advice.eksVersion.ended", { target, version, day: end }),
    risk: message("pricing.advice.eksVersion.risk"),
    resources: [cluster],
    before: day,
    after: { ...day, stacks: withProperties(subject.stacks, [cluster], { Version: target }) },
    ...(pricedOn && { from: end }),
  };
}

/** The newest version of the calendar that is in standard support on a day. */
function newestSupported(version: string, day: number): string | undefined {
  const minor = Number(version.split(".")[1]);
  return Array.from({ length: NEWER_VERSIONS }, (_, index) => `1.${minor + index + 1}`)
    .filter((newer) => Date.parse(endOfStandardSupport(newer) ?? "") > day)
    .at(-1);
}
