import { message } from "@greenroom/messages";
import { switchedOff } from "../../model/settings-model";
import type { StackModel } from "../../model/stack-model";
import { hasBalancer } from "../alarms/definitions";
import { networkMoveIssues } from "../network/network-move";
import { conflictingDomains, delegationIssues } from "./domain";
import type { EdgeSpec } from "./edge-spec";
import { edgeSection } from "./form";
import { edgeOutline } from "./outline";
import { EDGE_SIZES, edgeSettings } from "./settings";
import { edgeUsage } from "./usage";

export const edgeModel = {
  key: "edge",
  settings: {
    key: "edge",
    schema: edgeSettings.default(switchedOff(EDGE_SIZES)),
    sizes: EDGE_SIZES,
    section: edgeSection,
  },
  title: { en: "Edge", ko: "엣지" },
  summary: {
    en: "CloudFront over a private bucket, load balancer, certificate and DNS records",
    ko: "비공개 버킷 앞의 CloudFront, 로드 밸런서, 인증서, DNS 레코드",
  },
  dependsOn: ["edge-global", "network"],
  isOn: ({ edge }) => edge.enabled,
  // What was asked for before the rule stays readable: the day does not count then.
  issues: ({ edge }, { today }) => (today === null ? [] : delegationIssues(edge.domain, "edge.domain")),
  changeIssues: (before, after) =>
    before.edge.alb && after.edge.alb ? networkMoveIssues(before, after) : [],
  outline: (spec) => edgeOutline(spec),
  usage: (spec) => edgeUsage(spec),
  reaches: ({ edge }) => [
    { from: "cloudFront", to: "siteBucket" },
    ...(edge.alb ? [{ from: "cloudFront", to: "loadBalancer" } as const] : []),
  ],
  blocksDeletion: ({ edge }) =>
    edge.alb && edge.deletionProtection
      ? [{ path: "edge.deletionProtection", message: message("spec.edge.protected") }]
      : [],
  claims: ({ edge: { domain } }) => [
    {
      kind: "domain",
      value: domain,
      scope: "everywhere",
      path: "edge.domain",
      rivals: conflictingDomains(domain).map((rival) => ({ edge: { enabled: true, domain: rival } })),
    },
  ],
  dashboard: (spec) => (hasBalancer(spec) ? "application" : null),
} as const satisfies StackModel<EdgeSpec>;
