import type { Stack } from "aws-cdk-lib";
import * as acm from "aws-cdk-lib/aws-certificatemanager";
import * as route53 from "aws-cdk-lib/aws-route53";
import { addOutput, readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { addLogBucket, addSiteBucket, allowDistribution, LOG_PREFIXES } from "./buckets";
import { addDistribution } from "./distribution";
import { apiDomain, certificateDomains, originDomain, siteNames } from "./domain";
import type { EdgeSpec } from "./edge-spec";
import { addLoadBalancer } from "./load-balancer";

/**
 * Every alias of a distribution names this zone (AWS::Route53::RecordSet AliasTarget, CloudFormation guide).
 */
const CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

/** The site and the API as the world sees them. */
export function buildEdge(stack: Stack, spec: EdgeSpec, context: BlueprintContext): void {
  const { edge } = spec;
  const logs = edge.accessLogs ? addLogBucket(stack, edge) : null;
  const site = addSiteBucket(stack, edge, logs?.bucket ?? null, context);
  const logPolicy = logs?.allow(site);
  const distribution = addDistribution(stack, site, logs?.bucket ?? null, spec, context);
  allowDistribution(stack, site, distribution.ref);
  const zoneId = readOutput(stack, context, "edge-global", "HostedZoneId");
  addSiteRecords(stack, zoneId, distribution.attrDomainName, spec);
  if (edge.alb) {
    const balancer = addLoadBalancer(
      stack,
      addCertificate(stack, zoneId, edge.domain),
      logs && logPolicy ? { bucket: logs.bucket, policy: logPolicy, prefix: LOG_PREFIXES.alb } : null,
      spec,
      context,
    );
    new route53.CfnRecordSet(stack, "OriginRecord", {
      hostedZoneId: zoneId,
      name: originDomain(edge.domain),
      type: "A",
      aliasTarget: {
        dnsName: balancer.attrDnsName,
        hostedZoneId: balancer.attrCanonicalHostedZoneId,
        evaluateTargetHealth: false,
      },
    });
    addOutput(stack, "ApiUrl", `https://${apiDomain(edge.domain)}`, "The API");
  }
  addOutput(stack, "SiteUrl", `https://${edge.domain}`, "The site");
}

/** For the load balancer, in its own region. */
function addCertificate(stack: Stack, zoneId: string, domain: string): acm.CfnCertificate {
  const names = certificateDomains(domain);
  return new acm.CfnCertificate(stack, "Certificate", {
    domainName: domain,
    subjectAlternativeNames: names.slice(1),
    validationMethod: "DNS",
    domainValidationOptions: names.map((domainName) => ({ domainName, hostedZoneId: zoneId })),
  });
}

/**
 * A and AAAA of every name. The API's A record is one of two by weight: an accelerator adds the other and
 * takes all of it, so that switching one on or off never leaves the name without an answer. AAAA stays here,
 * since the accelerator's addresses are IPv4.
 */
function addSiteRecords(
  stack: Stack,
  hostedZoneId: string,
  dnsName: string,
  { edge, accelerator }: EdgeSpec,
): void {
  for (const name of siteNames(edge)) {
    const isApi = name === apiDomain(edge.domain);
    const id = name === edge.domain ? "Site" : isApi ? "Api" : "Www";
    for (const type of ["A", "AAAA"]) {
      const weighted = isApi && type === "A";
      new route53.CfnRecordSet(stack, `${id}Record${type === "A" ? "" : "Ipv6"}`, {
        hostedZoneId,
        name,
        type,
        aliasTarget: { dnsName, hostedZoneId: CLOUDFRONT_ZONE, evaluateTargetHealth: false },
        ...(weighted && { setIdentifier: "cloudfront", weight: accelerator?.enabled ? 0 : 1 }),
      });
    }
  }
}
