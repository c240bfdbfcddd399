import { visitsOf } from "../../flows/visits";
import { logGroup } from "../../model/outline-parts";
import type { PricedResources, StackModel, StackUsage } from "../../model/stack-model";
import { explain, logUsage, moving, steady } from "../../model/usage-value";
import { captchaAttempts, STOPPED_SHARE } from "../edge/captcha";
import type { EdgeSpec } from "../edge/edge-spec";
import { hasLoadTest, loadTestIssues } from "../edge/load-test";
import { webAclRules } from "../edge/web-acl-rules";

/** CloudFront reads certificates and web ACLs from this region only. */
const EDGE_GLOBAL_REGION = "us-east-1";

/** The size of a log record with its labels. */
const LOG_RECORD_BYTES = 1500;
/** Start, read, empty, end. */
const END_TRANSITIONS = 4;

export const edgeGlobalModel = {
  key: "edge-global",
  title: { en: "Edge (global)", ko: "엣지 (글로벌)" },
  summary: {
    en: "DNS zone, CloudFront's certificate and web ACL, in us-east-1 where CloudFront looks for them",
    ko: "CloudFront가 참조하는 us-east-1의 DNS 영역, 인증서, 웹 ACL",
  },
  dependsOn: [],
  isOn: ({ edge }) => edge.enabled,
  region: () => EDGE_GLOBAL_REGION,
  issues: ({ edge }, context) => loadTestIssues(edge, context),

  outline({ edge }) {
    const resources: PricedResources = {
      HostedZone: { Type: "AWS::Route53::HostedZone" },
      WebAcl: {
        Type: "AWS::WAFv2::WebACL",
        Properties: { Scope: "CLOUDFRONT", Rules: webAclRules(edge) },
      },
      WafLogGroup: logGroup(edge.wafLogRetentionDays),
    };
    if (edge.parentZoneId) {
      resources.Delegation = { Type: "AWS::Route53::RecordSet", Properties: { Type: "NS" } };
    }
    if (hasLoadTest(edge)) {
      resources.LoadTestSchedule = { Type: "AWS::Scheduler::Schedule" };
      resources.LoadTestEnd = {
        Type: "AWS::StepFunctions::StateMachine",
        Properties: { StateMachineType: "STANDARD" },
      };
    }
    return resources;
  },

  usage(spec) {
    const { edge } = spec;
    const requests = visitsOf(spec).byCloudFront;
    const every = explain(
      "Every request that CloudFront takes passes the web ACL",
      "CloudFront가 받는 모든 요청이 웹 ACL을 거칩니다",
    );
    const logged = requests * (edge.wafLogs === "all" ? 1 : STOPPED_SHARE);
    const usage: StackUsage = {
      WebAcl: {
        monthly_requests: moving(requests, every),
        ...(edge.botControl && { monthly_captcha_attempts: captchaAttempts(requests) }),
      },
      WafLogGroup: logUsage(
        (logged * LOG_RECORD_BYTES) / 1e9,
        edge.wafLogRetentionDays,
        edge.wafLogs === "all"
          ? explain("A record of 1.5 KB for every request", "요청마다 1.5KB 기록 1개")
          : explain("A record of 1.5 KB for one of fifty requests", "요청 50건 중 1건마다 1.5KB 기록 1개"),
      ),
    };
    if (hasLoadTest(edge)) {
      const once = { en: "Once, at the end of the load test", ko: "부하 테스트가 끝날 때 한 번" };
      usage.LoadTestSchedule = { monthly_invocations: steady(1, once) };
      usage.LoadTestEnd = { monthly_transitions: steady(END_TRANSITIONS, once) };
    }
    return usage;
  },
} as const satisfies StackModel<EdgeSpec>;
