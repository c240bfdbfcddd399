import { message } from "@greenroom/messages";
import type { Stack } from "aws-cdk-lib";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import type * as s3 from "aws-cdk-lib/aws-s3";
import { addOutput, readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptChoice, acceptFinding } from "../../policy/accept-finding";
import { LOG_PREFIXES } from "./buckets";
import { originDomain, siteNames } from "./domain";
import { type EdgeSpec, hasViewerFunction } from "./edge-spec";
import { addOriginSecret } from "./origin-secret";
import { viewerFunctionSource } from "./viewer-function";
import { HEALTH_PATH, ORIGIN_HEADER } from "./web-acl-rules";

/**
 * Ids of CloudFront's managed policies: "Use managed cache policies" and "Use managed origin request
 * policies", CloudFront guide.
 */
const CACHE_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const CACHE_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const FORWARD_CORS = "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf";
const FORWARD_ALL = "216adef6-5c7f-47e4-b989-5492eafa07d3";

/** Behind the load balancer: the API, and the check that people run by hand. */
const API_PATHS = ["/api/*", HEALTH_PATH];
const ALL_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"];
const TWO_YEARS = 63_072_000;

/** The site from its private bucket, and the API's paths from the load balancer when there is one. */
export function addDistribution(
  stack: Stack,
  site: s3.CfnBucket,
  logs: s3.CfnBucket | null,
  spec: EdgeSpec,
  context: BlueprintContext,
): cloudfront.CfnDistribution {
  const { edge } = spec;
  const headers = addSecurityHeaders(stack, context);
  const distribution = new cloudfront.CfnDistribution(stack, "Distribution", {
    distributionConfig: {
      enabled: true,
      comment: `${context.environmentName}: ${edge.domain}`,
      aliases: siteNames(edge),
      defaultRootObject: "index.html",
      httpVersion: "http2and3",
      ipv6Enabled: true,
      priceClass: edge.priceClass,
      webAclId: readOutput(stack, context, "edge-global", "WebAclArn"),
      viewerCertificate: {
        acmCertificateArn: readOutput(stack, context, "edge-global", "CertificateArn"),
        minimumProtocolVersion: "TLSv1.2_2021",
        sslSupportMethod: "sni-only",
      },
      origins: [siteOrigin(stack, site, context), ...(edge.alb ? [apiOrigin(stack, spec, context)] : [])],
      defaultCacheBehavior: {
        targetOriginId: "site",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD", "OPTIONS"],
        cachedMethods: ["GET", "HEAD"],
        compress: true,
        cachePolicyId: CACHE_OPTIMIZED,
        originRequestPolicyId: FORWARD_CORS,
        responseHeadersPolicyId: headers.ref,
        functionAssociations: viewerFunctions(stack, spec, context),
      },
      cacheBehaviors: edge.alb ? API_PATHS.map((path) => apiBehavior(path, headers)) : undefined,
      logging: logs
        ? { bucket: logs.attrRegionalDomainName, prefix: LOG_PREFIXES.cloudFront, includeCookies: false }
        : undefined,
    },
  });
  acceptFinding(distribution, "AwsSolutions-CFR1", {
    en: "Tickets are sold to visitors of every country.",
    ko: "티켓은 모든 국가의 방문자에게 판매합니다.",
  });
  if (!logs) {
    acceptChoice(distribution, "AwsSolutions-CFR3", message("rule.fix.accessLogs"), {
      en: "The requester switched access logs off: only the web ACL records what it stops.",
      ko: "요청자가 액세스 로그를 껐습니다. 웹 ACL이 막은 요청만 기록됩니다.",
    });
  }
  addOutput(stack, "DistributionId", distribution.ref, "CloudFront distribution");
  addOutput(stack, "DistributionDomainName", distribution.attrDomainName, "Its own address");
  return distribution;
}

function siteOrigin(stack: Stack, site: s3.CfnBucket, { environmentName }: BlueprintContext) {
  const control = new cloudfront.CfnOriginAccessControl(stack, "SiteAccess", {
    originAccessControlConfig: {
      name: `${environmentName}-site`,
      description: "Signs CloudFront's reads of the site's bucket",
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    },
  });
  return {
    id: "site",
    domainName: site.attrRegionalDomainName,
    originAccessControlId: control.ref,
    s3OriginConfig: { originAccessIdentity: "" },
  };
}

function apiOrigin(stack: Stack, { edge, accelerator }: EdgeSpec, context: BlueprintContext) {
  const secret = accelerator?.enabled ? addOriginSecret(stack, context) : null;
  return {
    id: "api",
    domainName: originDomain(edge.domain),
    originCustomHeaders: secret ? [{ headerName: ORIGIN_HEADER, headerValue: secret }] : undefined,
    customOriginConfig: {
      originProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1.2"],
      originKeepaliveTimeout: 60,
      originReadTimeout: 30,
    },
  };
}

/** Never cached; everything the client sends goes on, so that routes can tell hosts apart. */
function apiBehavior(pathPattern: string, headers: cloudfront.CfnResponseHeadersPolicy) {
  return {
    pathPattern,
    targetOriginId: "api",
    viewerProtocolPolicy: "https-only",
    allowedMethods: ALL_METHODS,
    compress: true,
    cachePolicyId: CACHE_DISABLED,
    originRequestPolicyId: FORWARD_ALL,
    responseHeadersPolicyId: headers.ref,
  };
}

function viewerFunctions(stack: Stack, spec: EdgeSpec, { environmentName }: BlueprintContext) {
  if (!hasViewerFunction(spec)) return undefined;
  const viewerFunction = new cloudfront.CfnFunction(stack, "ViewerFunction", {
    name: `${environmentName}-viewer`,
    autoPublish: true,
    functionCode: viewerFunctionSource(spec.edge),
    functionConfig: { comment: "Leads to the right file of the site", runtime: "cloudfront-js-2.0" },
  });
  return [{ eventType: "viewer-request", functionArn: viewerFunction.attrFunctionArn }];
}

/** No default-src: the CAPTCHA page that WAF answers with brings scripts of its own. */
function addSecurityHeaders(
  stack: Stack,
  { environmentName }: BlueprintContext,
): cloudfront.CfnResponseHeadersPolicy {
  return new cloudfront.CfnResponseHeadersPolicy(stack, "SecurityHeaders", {
    responseHeadersPolicyConfig: {
      name: `${environmentName}-security-headers`,
      comment: "Security headers of the site and the API",
      securityHeadersConfig: {
        contentSecurityPolicy: {
          contentSecurityPolicy: "base-uri 'self'; frame-ancestors 'none'; object-src 'none'",
          override: false,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY", override: true },
        referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: true },
        strictTransportSecurity: {
          accessControlMaxAgeSec: TWO_YEARS,
          includeSubdomains: true,
          override: true,
        },
      },
    },
  });
}
