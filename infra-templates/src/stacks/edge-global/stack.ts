import type { Stack } from "aws-cdk-lib";
import * as acm from "aws-cdk-lib/aws-certificatemanager";
import * as logs from "aws-cdk-lib/aws-logs";
import * as route53 from "aws-cdk-lib/aws-route53";
import * as wafv2 from "aws-cdk-lib/aws-wafv2";
import { arnOf } from "../../constructs/arn";
import { keepData } from "../../constructs/keep-data";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { certificateDomains } from "../edge/domain";
import type { EdgeSpec } from "../edge/edge-spec";
import { hasLoadTest } from "../edge/load-test";
import type { EdgeSettings } from "../edge/settings";
import { webAclRules } from "../edge/web-acl-rules";
import { addLoadTestSources } from "./load-test-end";

/** What CloudFront needs before it: the zone, a certificate validated in it, and the web ACL. */
export function buildEdgeGlobal(stack: Stack, { edge }: EdgeSpec, context: BlueprintContext): void {
  const zone = addZone(stack, edge);
  const delegation = edge.parentZoneId ? delegate(stack, edge, zone) : undefined;
  const certificate = new acm.CfnCertificate(stack, "Certificate", {
    domainName: edge.domain,
    subjectAlternativeNames: certificateDomains(edge.domain).slice(1),
    validationMethod: "DNS",
    domainValidationOptions: certificateDomains(edge.domain).map((domainName) => ({
      domainName,
      hostedZoneId: zone.ref,
    })),
  });
  // Nobody can validate the certificate before name servers elsewhere delegate to the zone.
  if (delegation) certificate.addResourceDependency(delegation);
  const acl = addWebAcl(stack, edge, context);
  addWafLogs(stack, acl, edge, context);

  addOutput(stack, "HostedZoneId", zone.ref, `Zone of ${edge.domain}`);
  addOutput(stack, "CertificateArn", certificate.ref, "Certificate for CloudFront");
  addOutput(stack, "WebAclArn", acl.attrArn, "Web ACL for CloudFront");
}

/**
 * Always kept: ACM leaves its validation records behind, and Route 53 deletes no zone that has records, so
 * that deleting the environment would fail here (aws-cloudformation/cloudformation-coverage-roadmap, issues
 * 837 and 1603).
 */
function addZone(stack: Stack, { domain }: EdgeSettings): route53.CfnHostedZone {
  const zone = new route53.CfnHostedZone(stack, "HostedZone", {
    name: domain,
    hostedZoneConfig: { comment: "Public names of the environment" },
  });
  keepData(zone, true);
  return zone;
}

/** Tells the parent's zone who answers for the domain. */
function delegate(stack: Stack, edge: EdgeSettings, zone: route53.CfnHostedZone): route53.CfnRecordSet {
  return new route53.CfnRecordSet(stack, "Delegation", {
    hostedZoneId: edge.parentZoneId,
    name: edge.domain,
    type: "NS",
    ttl: "3600",
    resourceRecords: zone.attrNameServers,
  });
}

function addWebAcl(stack: Stack, edge: EdgeSettings, { environmentName }: BlueprintContext): wafv2.CfnWebACL {
  const sources = hasLoadTest(edge) ? addLoadTestSources(stack, edge, environmentName) : undefined;
  const acl = new wafv2.CfnWebACL(stack, "WebAcl", {
    name: `${environmentName}-edge`,
    description: "Guards the site and the API",
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: {
      cloudWatchMetricsEnabled: true,
      metricName: `${environmentName}-edge`,
      sampledRequestsEnabled: true,
    },
  });
  acl.addPropertyOverride("Rules", webAclRules(edge, sources?.attrArn));
  return acl;
}

/**
 * Credentials never reach the log. The group's own policy lets WAF write: an account has only ten shared
 * ones.
 */
function addWafLogs(
  stack: Stack,
  acl: wafv2.CfnWebACL,
  edge: EdgeSettings,
  { environmentName, accountId, stage }: BlueprintContext,
): void {
  // WAF takes only names that begin so.
  const logGroupName = `aws-waf-logs-${environmentName}`;
  const arn = arnOf(stack, "logs", `log-group:${logGroupName}`);
  const group = new logs.CfnLogGroup(stack, "WafLogGroup", {
    logGroupName,
    logGroupClass: "STANDARD",
    retentionInDays: edge.wafLogRetentionDays,
    resourcePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `${arn}:log-stream:*`,
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    },
  });
  keepData(group, stage === "prod");
  const logging = new wafv2.CfnLoggingConfiguration(stack, "WafLogging", {
    resourceArn: acl.attrArn,
    logDestinationConfigs: [arn],
    redactedFields: ["authorization", "cookie"].map((Name) => ({ singleHeader: { Name } })),
    loggingFilter: edge.wafLogs === "all" ? undefined : STOPPED_ONLY,
  });
  logging.addResourceDependency(group);
}

const STOPPED_ONLY = {
  DefaultBehavior: "DROP",
  Filters: [
    {
      Behavior: "KEEP",
      Requirement: "MEETS_ANY",
      Conditions: ["BLOCK", "CAPTCHA"].map((Action) => ({ ActionCondition: { Action } })),
    },
  ],
};
