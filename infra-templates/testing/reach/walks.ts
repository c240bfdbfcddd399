import type { Party, Reach } from "../../src/model/reaches";
import { cloudFrontPrefixList } from "../../src/stacks/edge/cloudfront-prefix-list";
import { TARGET_PORT } from "../../src/stacks/edge/target-port";
import type { Environment, Json, Resource } from "./environment";
import { admits, connectProblems, type Place, reachesService } from "./network";
import * as places from "./places";
import { type Call, resourceAllows, roleAllows } from "./policies";

type Walk = (env: Environment) => string[];

const unless = (isSo: boolean, problem: string) => (isSo ? [] : [problem]);
const may = (env: Environment, role: Resource | undefined, ...calls: Call[]) =>
  calls.flatMap((call) =>
    unless(roleAllows(env, role, call), `${role?.handle} may not ${call.action} on ${call.resource}`),
  );
const gets = (env: Environment, place: Place, ...services: string[]) =>
  services.flatMap((service) =>
    unless(reachesService(env, place, service), `${place.name} gets nowhere near ${service}`),
  );

/** The password of a target, with the key that it is encrypted by. */
function password(env: Environment, role: Resource | undefined, secret: string, stack: string): string[] {
  return may(
    env,
    role,
    { action: "secretsmanager:GetSecretValue", resource: secret },
    { action: "kms:Decrypt", resource: `${stack}.EncryptionKey#Arn` },
  );
}
const CACHE_SECRET = "cache.AuthSecret";
const DATABASE_SECRET = "aurora.Cluster#MasterUserSecret.SecretArn";

const sessions = (env: Environment, { place, role }: ReturnType<typeof places.bastion>) => [
  ...gets(env, place, "ssm", "ssmmessages"),
  ...may(
    env,
    role,
    {
      action: "ssm:UpdateInstanceInformation",
      resource: `arn:aws:ec2:${role?.region}:111122223333:instance/i-1`,
    },
    ...["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"].map(
      (action) => ({
        action: `ssmmessages:${action}`,
        resource: "*",
      }),
    ),
  ),
];

const tablesOf = (env: Environment) => env.ofType("AWS::DynamoDB::GlobalTable");
const podsPlace = (env: Environment): Place => ({ ...places.nodes(env), name: "pods" });
const app = (env: Environment) => places.roleOfPods(env, "ticketing", "ticketing-app");
const api = (env: Environment) => places.roleOfPods(env, "ticketing", "ticketing-api");

/** How each statement is walked; a statement that has no walk is itself a problem. */
const WALKS: Partial<Record<`${Party} ${Party}`, Walk>> = {
  "sessionManager bastion": (env) => sessions(env, places.bastion(env)),
  "sessionManager loadGenerator": (env) => sessions(env, places.loadGenerator(env)),
  "sshNetworks bastion": (env) => {
    const { place } = places.bastion(env);
    const group = env.find(place.groups[0]);
    const named = ((group?.properties.SecurityGroupIngress ?? []) as Json[]).map(({ CidrIp }) =>
      String(CidrIp),
    );
    return [
      ...unless(place.hasPublicAddress === true, "the bastion has no public address"),
      ...unless(named.length > 0, "no network is let in by SSH"),
      ...named.flatMap((cidr) => unless(admits(env, place, 22, { cidr }), `${cidr} is not let in by SSH`)),
    ];
  },
  "bastion cache": (env) => {
    const { place, role } = places.bastion(env);
    return [
      ...connectProblems(env, place, places.cache(env), 6379),
      ...gets(env, place, "secretsmanager"),
      ...password(env, role, CACHE_SECRET, "cache"),
    ];
  },
  "bastion database": (env) => {
    const { place, role } = places.bastion(env);
    return [
      ...connectProblems(env, place, places.database(env), 5432),
      ...password(env, role, DATABASE_SECRET, "aurora"),
    ];
  },
  "bastion tables": (env) => {
    const { place, role } = places.bastion(env);
    const calls = tablesOf(env).flatMap(({ handle }) =>
      ["GetItem", "Query", "Scan"].map((name) => ({ action: `dynamodb:${name}`, resource: `${handle}#Arn` })),
    );
    return [
      ...unless(calls.length > 0, "there are no tables"),
      ...gets(env, place, "dynamodb"),
      ...may(env, role, ...calls),
    ];
  },
  "bastion kubernetesApi": (env) => {
    const { place, role } = places.bastion(env);
    const entry = env
      .ofType("AWS::EKS::AccessEntry")
      .find(({ properties }) => env.find(properties.PrincipalArn) === role);
    return [
      ...connectProblems(env, place, places.kubernetesApi(env), 443),
      ...gets(env, place, "eks"),
      ...may(env, role, { action: "eks:DescribeCluster", resource: "cluster.Cluster#Arn" }),
      ...unless(entry !== undefined, "the cluster does not know the bastion's role"),
    ];
  },
  "namedNetworks kubernetesApi": (env) => {
    const config = (places.cluster(env)?.properties.ResourcesVpcConfig ?? {}) as Json;
    const named = (config.PublicAccessCidrs ?? []) as string[];
    return unless(config.EndpointPublicAccess === true && named.length > 0, "the API is not open to anybody");
  },
  "nodes kubernetesApi": (env) => connectProblems(env, places.nodes(env), places.kubernetesApi(env), 443),
  // Kubelets, and the webhooks of the operators among the add-ons.
  "kubernetesApi nodes": (env) =>
    [443, 8443, 9443, 10_250].flatMap((port) =>
      connectProblems(env, places.kubernetesApi(env), places.nodes(env), port),
    ),
  "nodes awsServices": (env) => {
    const role = env.find(env.ofType("AWS::EKS::Nodegroup")[0]?.properties.NodeRole);
    const repository = `arn:aws:ecr:${role?.region}:602401143452:repository/eks/coredns`;
    return [
      ...gets(
        env,
        places.nodes(env),
        ...["ecr.api", "ecr.dkr", "s3", "sts", "ec2", "eks", "eks-auth", "logs", "monitoring", "route53"],
      ),
      ...may(
        env,
        role,
        { action: "ecr:GetAuthorizationToken", resource: "*" },
        { action: "ecr:BatchGetImage", resource: repository },
        { action: "ecr:GetDownloadUrlForLayer", resource: repository },
        { action: "eks-auth:AssumeRoleForPodIdentity", resource: "cluster.Cluster#Arn" },
      ),
    ];
  },
  "pods cache": (env) => [
    ...connectProblems(env, podsPlace(env), places.cache(env), 6379),
    ...[app(env), api(env)].flatMap((role) => password(env, role, CACHE_SECRET, "cache")),
  ],
  "pods database": (env) => [
    ...connectProblems(env, podsPlace(env), places.database(env), 5432),
    ...[app(env), api(env)].flatMap((role) => password(env, role, DATABASE_SECRET, "aurora")),
  ],
  "pods tables": (env) => [
    ...gets(env, podsPlace(env), "dynamodb"),
    ...tablesOf(env).flatMap(({ handle }) =>
      may(env, app(env), { action: "dynamodb:UpdateItem", resource: `${handle}#Arn` }),
    ),
  ],
  "pods buses": (env) => [
    ...gets(env, podsPlace(env), "events"),
    ...env
      .ofType("AWS::Events::EventBus")
      .flatMap(({ handle }) => may(env, app(env), { action: "events:PutEvents", resource: `${handle}#Arn` })),
  ],
  "pods queues": (env) => [
    ...gets(env, podsPlace(env), "sqs"),
    ...env
      .ofType("AWS::SQS::Queue")
      .filter(({ stack, handle }) => stack === "events" && !/DeadLetters/.test(handle))
      .flatMap(({ handle }) =>
        may(
          env,
          app(env),
          ...["ReceiveMessage", "DeleteMessage"].map((name) => ({
            action: `sqs:${name}`,
            resource: `${handle}#Arn`,
          })),
        ),
      ),
  ],
  "loadBalancer pods": (env) => {
    const [targets] = env.ofType("AWS::ElasticLoadBalancingV2::TargetGroup");
    const listened = env
      .ofType("AWS::ElasticLoadBalancingV2::Listener")
      .flatMap(({ properties }) => (properties.DefaultActions ?? []) as Json[])
      .some(({ TargetGroupArn }) => env.find(TargetGroupArn) === targets);
    const controller = places.roleOfPods(env, "kube-system", "aws-load-balancer-controller");
    const arn = `arn:aws:elasticloadbalancing:${controller?.region}:111122223333:targetgroup/pods/1`;
    return [
      ...unless(targets?.properties.TargetType === "ip", "the target group takes no addresses of pods"),
      ...unless(targets?.properties.Port === TARGET_PORT, "the target group asks another port"),
      ...unless(listened, "no listener leads to the target group"),
      ...connectProblems(env, places.loadBalancer(env), podsPlace(env), TARGET_PORT),
      ...may(
        env,
        controller,
        { action: "elasticloadbalancing:RegisterTargets", resource: arn },
        { action: "elasticloadbalancing:DescribeTargetHealth", resource: "*" },
      ),
    ];
  },
  "cloudFront loadBalancer": (env) => {
    const place = places.loadBalancer(env);
    const [distribution] = env.ofType("AWS::CloudFront::Distribution");
    const config = (distribution?.properties.DistributionConfig ?? {}) as Json;
    const origin = (config.Origins as Json[]).find(({ Id }) => Id === "api");
    const name = String(origin?.DomainName);
    const record = env.ofType("AWS::Route53::RecordSet").find(({ properties }) => properties.Name === name);
    const listener = env
      .ofType("AWS::ElasticLoadBalancingV2::Listener")
      .find(({ properties }) => properties.Protocol === "HTTPS");
    const [{ CertificateArn } = {} as Json] = (listener?.properties.Certificates ?? []) as Json[];
    const certified = env.find(CertificateArn)?.properties;
    const names = [certified?.DomainName, ...((certified?.SubjectAlternativeNames ?? []) as unknown[])].map(
      String,
    );
    const isCovered = names.some((one) => one === name || one === `*.${name.slice(name.indexOf(".") + 1)}`);
    const isOpen = env.ofType("AWS::GlobalAccelerator::Accelerator").length > 0;
    const from = isOpen
      ? { cidr: "203.0.113.0/24" }
      : { prefixList: cloudFrontPrefixList(env.ofType("AWS::EC2::VPC")[0]?.region ?? "") };
    return [
      ...unless(admits(env, place, 443, from), "the load balancer does not admit CloudFront"),
      ...unless(listener?.properties.Port === 443, "nothing listens for HTTPS"),
      ...unless(
        env.find((record?.properties.AliasTarget as Json | undefined)?.DNSName) ===
          env.ofType("AWS::ElasticLoadBalancingV2::LoadBalancer")[0],
        `${name} does not lead to the load balancer`,
      ),
      ...unless(isCovered, `the certificate does not cover ${name}`),
    ];
  },
  "cloudFront siteBucket": (env) => {
    const [distribution] = env.ofType("AWS::CloudFront::Distribution");
    const config = (distribution?.properties.DistributionConfig ?? {}) as Json;
    const origin = (config.Origins as Json[]).find(({ Id }) => Id === "site");
    const bucket = env.find(origin?.DomainName);
    const policy = env
      .ofType("AWS::S3::BucketPolicy")
      .find(({ properties }) => properties.Bucket === bucket?.handle);
    const source = `arn:aws:cloudfront::111122223333:distribution/${distribution?.handle}`;
    return [
      ...unless(env.find(origin?.OriginAccessControlId) !== undefined, "CloudFront does not sign its reads"),
      ...unless(
        resourceAllows(policy?.properties.PolicyDocument, "cloudfront.amazonaws.com", "s3:GetObject", source),
        "the bucket does not let the distribution read",
      ),
      ...unless(
        !JSON.stringify(bucket?.properties.BucketEncryption).includes("aws:kms"),
        "the bucket's key does not know CloudFront",
      ),
    ];
  },
  // The accelerator keeps the clients' addresses, so that the load balancer must admit them all.
  "accelerator loadBalancer": (env) => [
    ...unless(
      env
        .ofType("AWS::GlobalAccelerator::EndpointGroup")
        .flatMap(({ properties }) => properties.EndpointConfigurations as Json[])
        .every(({ EndpointId }) => env.find(EndpointId)?.type.endsWith("LoadBalancer")),
      "the accelerator leads nowhere",
    ),
    ...[80, 443].flatMap((port) =>
      unless(
        admits(env, places.loadBalancer(env), port, { cidr: "203.0.113.0/24" }),
        `the load balancer does not admit the accelerator's clients at ${port}`,
      ),
    ),
  ],
  "loadGenerator cache": (env) => {
    const { place, role } = places.loadGenerator(env);
    return [
      ...connectProblems(env, place, places.cache(env), 6379),
      ...gets(env, place, "secretsmanager"),
      ...password(env, role, CACHE_SECRET, "cache"),
    ];
  },
};

export function walk(env: Environment, { from, to }: Reach): string[] {
  const walk = WALKS[`${from} ${to}`];
  return walk ? walk(env) : [`nobody knows how ${from} would reach ${to}`];
}
