import { randomUUID } from "node:crypto";
import { randomDigits, randomHex, randomUpper } from "./random-id";
import { arnOf, digits, memo, type Named, type TypeOverride, text } from "./type-override";

/**
 * Zones that load balancers answer from ("Elastic Load Balancing endpoints and quotas", AWS General
 * Reference).
 */
const BALANCER_ZONES: Record<string, string> = {
  "ap-northeast-1": "Z14GRHDCWA56QT",
  "ap-northeast-2": "ZWKZPGTI48KDX",
  "ap-southeast-1": "Z1LMS91P8CMLE5",
  "us-east-1": "Z35SXDOTRQ7X7K",
};
const NAME_SERVER_ENDINGS = ["com", "net", "org", "co.uk"];

const isNetwork = (of: Named) => text(of, "Type") === "network";
const balancerPath = (of: Named) => of.physicalId.split(":loadbalancer/").pop() ?? "";
const nameServers = (of: Named) =>
  NAME_SERVER_ENDINGS.map((ending, n) => {
    const number = Number.parseInt(digits(of, 8, ending), 16);
    return `ns-${(number % 512) + n * 512}.awsdns-${String((number >> 3) & 31).padStart(2, "0")}.${ending}`;
  });
/** Two addresses of the range that Global Accelerator announces. */
const acceleratorAddresses = (of: Named) =>
  ["a", "b"].map(
    (salt) =>
      `75.2.${Number.parseInt(digits(of, 2, salt), 16)}.${Number.parseInt(digits(of, 2, `${salt}2`), 16)}`,
  );

/**
 * What stands before the applications: names, certificates, CDN, firewall, balancers. Shapes as in real
 * read-backs or in AWS's examples.
 */
export const EDGE_TYPES: Record<string, TypeOverride> = {
  "AWS::CertificateManager::Certificate": {
    physicalId: (of) => memo(of, () => arnOf(of, "acm", `certificate/${randomUUID()}`)),
  },
  "AWS::CloudFront::CachePolicy": { physicalId: (of) => memo(of, () => randomUUID()) },
  "AWS::CloudFront::Distribution": {
    physicalId: (of) => memo(of, () => `E${randomUpper(13)}`),
    attributes: { DomainName: (of) => `d${digits(of, 13)}.cloudfront.net` },
  },
  "AWS::CloudFront::Function": {
    physicalId: (of) => arnOf(of, "cloudfront", `function/${of.valueOf("Name")}`, ""),
    attributes: {
      FunctionARN: (of) => of.physicalId,
      "FunctionMetadata.FunctionARN": (of) => of.physicalId,
      Stage: () => "LIVE",
    },
  },
  "AWS::CloudFront::OriginAccessControl": { physicalId: (of) => memo(of, () => `E${randomUpper(13)}`) },
  "AWS::CloudFront::OriginRequestPolicy": { physicalId: (of) => memo(of, () => randomUUID()) },
  "AWS::CloudFront::ResponseHeadersPolicy": { physicalId: (of) => memo(of, () => randomUUID()) },
  "AWS::ElasticLoadBalancingV2::Listener": {
    physicalId: (of) =>
      memo(of, () => {
        const balancer = text(
          of,
          "LoadBalancerArn",
          arnOf(of, "elasticloadbalancing", "loadbalancer/app/x/0"),
        );
        return `${balancer.replace(":loadbalancer/", ":listener/")}/${randomHex(16)}`;
      }),
  },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": {
    physicalId: (of) =>
      memo(of, () => {
        const path = `loadbalancer/${isNetwork(of) ? "net" : "app"}/${of.valueOf("Name")}/${randomHex(16)}`;
        return arnOf(of, "elasticloadbalancing", path);
      }),
    attributes: {
      CanonicalHostedZoneID: (of) => BALANCER_ZONES[of.resource.region] ?? "Z35SXDOTRQ7X7K",
      DNSName: (of) => {
        const inside = text(of, "Scheme") === "internal" ? "internal-" : "";
        return `${inside}${of.valueOf("Name")}-${Number.parseInt(digits(of, 8), 16)}.${of.resource.region}.elb.amazonaws.com`;
      },
      LoadBalancerArn: (of) => of.physicalId,
      LoadBalancerFullName: balancerPath,
      LoadBalancerName: (of) => of.valueOf("Name"),
    },
  },
  "AWS::ElasticLoadBalancingV2::TargetGroup": {
    physicalId: (of) =>
      memo(of, () => arnOf(of, "elasticloadbalancing", `targetgroup/${of.valueOf("Name")}/${randomHex(16)}`)),
    attributes: {
      TargetGroupFullName: (of) => of.physicalId.split(":").pop() ?? "",
      TargetGroupName: (of) => of.valueOf("Name"),
    },
  },
  "AWS::GlobalAccelerator::Accelerator": {
    physicalId: (of) => memo(of, () => arnOf(of, "globalaccelerator", `accelerator/${randomUUID()}`, "")),
    attributes: {
      DnsName: (of) => `a${digits(of, 16)}.awsglobalaccelerator.com`,
      DualStackDnsName: (of) => `a${digits(of, 16)}.dualstack.awsglobalaccelerator.com`,
      Ipv4Addresses: acceleratorAddresses,
    },
  },
  "AWS::GlobalAccelerator::EndpointGroup": {
    physicalId: (of) => memo(of, () => `${text(of, "ListenerArn")}/endpoint-group/${randomHex(12)}`),
  },
  "AWS::GlobalAccelerator::Listener": {
    physicalId: (of) => memo(of, () => `${text(of, "AcceleratorArn")}/listener/${randomHex(8)}`),
  },
  "AWS::Route53::HostedZone": {
    physicalId: (of) => memo(of, () => `Z0${randomDigits(6)}${randomUpper(13)}`),
    attributes: { NameServers: nameServers },
  },
  "AWS::Route53::RecordSet": {
    physicalId: (of) => of.valueOf("Name").replace(/\.$/, ""),
    distinguishedBy: ["HostedZoneId", "Type", "SetIdentifier"],
  },
  "AWS::WAFv2::WebACL": {
    physicalId: (of) => memo(of, () => `${of.valueOf("Name")}|${randomUUID()}|${of.valueOf("Scope")}`),
    attributes: {
      Id: (of) => of.physicalId.split("|")[1] ?? "",
      Arn: (of) => {
        const [name, id, scope = ""] = of.physicalId.split("|");
        return arnOf(of, "wafv2", `${scope === "CLOUDFRONT" ? "global" : "regional"}/webacl/${name}/${id}`);
      },
      LabelNamespace: (of) => `awswaf:${of.resource.accountId}:webacl:${of.valueOf("Name")}:`,
    },
  },
};
