import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { runs } from "../../scripts/testing/share";
import { BLUEPRINTS, type BlueprintId, type BlueprintModel, describeSpecProblems } from "../src/catalog";
import { synthesizeApp } from "../src/index";
import { BLUEPRINT_ARBITRARIES } from "../testing/arbitraries/blueprints";
import { anyContext, suited } from "../testing/arbitraries/context";
import { contextOf, resourcesOf, type TemplateResource } from "../testing/contexts";

// Loading CDK takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

type Spec = Record<string, Record<string, unknown>>;
type Parameters = Record<string, string>;
interface ManagedRule {
  /** Parameters with what AWS takes when they are left out. */
  defaults: Parameters;
  /**
   * The types it judges, and when one is found wanting. Absent: it judges the account, not what a template
   * can say.
   */
  judges?: {
    type: string;
    condemns(properties: Json, parameters: Parameters, all: TemplateResource[]): boolean;
  };
}
type Json = Record<string, unknown>;
type Context = ReturnType<typeof contextOf>;

const NO_DEFAULTS: ManagedRule = { defaults: {} };
const textOf = (value: unknown) => JSON.stringify(value) ?? "";
const replicasOf = ({ Replicas }: Json) => Replicas as Json[];
const privateBucket = ({ PublicAccessBlockConfiguration: block }: Json) =>
  Object.values((block ?? {}) as Json).filter((value) => value === true).length === 4;

/**
 * The managed rules in use, each as its page at
 * https://docs.aws.amazon.com/config/latest/developerguide/<name in lower case, hyphens>.html describes it
 * (read in November 2026).
 */
const MANAGED: Record<string, ManagedRule> = {
  S3_BUCKET_SSL_REQUESTS_ONLY: {
    defaults: {},
    judges: {
      type: "AWS::S3::BucketPolicy",
      condemns: ({ PolicyDocument }) => !textOf(PolicyDocument).includes('"aws:SecureTransport":"false"'),
    },
  },
  ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK: {
    defaults: {},
    judges: {
      type: "AWS::ElasticLoadBalancingV2::Listener",
      condemns: ({ Protocol, DefaultActions }) =>
        Protocol === "HTTP" && !textOf(DefaultActions).includes('"Protocol":"HTTPS"'),
    },
  },
  S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED: {
    defaults: {},
    judges: { type: "AWS::S3::Bucket", condemns: ({ BucketEncryption }) => BucketEncryption === undefined },
  },
  DYNAMODB_TABLE_ENCRYPTED_KMS: {
    defaults: {},
    judges: {
      type: "AWS::DynamoDB::GlobalTable",
      condemns: ({ SSESpecification }) => (SSESpecification as Json | undefined)?.SSEType !== "KMS",
    },
  },
  ENCRYPTED_VOLUMES: {
    defaults: {},
    judges: {
      type: "AWS::EC2::Instance",
      condemns: ({ BlockDeviceMappings }) => !textOf(BlockDeviceMappings).includes('"Encrypted":true'),
    },
  },
  EKS_SECRETS_ENCRYPTED: {
    defaults: {},
    judges: {
      type: "AWS::EKS::Cluster",
      condemns: ({ EncryptionConfig }) => !textOf(EncryptionConfig).includes('"Resources":["secrets"]'),
    },
  },
  IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS: { defaults: { excludePermissionBoundaryPolicy: "false" } },
  MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS: NO_DEFAULTS,
  CLOUD_TRAIL_ENABLED: NO_DEFAULTS,
  VPC_FLOW_LOGS_ENABLED: {
    defaults: { trafficType: "ALL" },
    judges: {
      type: "AWS::EC2::VPC",
      condemns: (_, { trafficType }, all) =>
        !all.some(
          ({ Type, Properties }) => Type === "AWS::EC2::FlowLog" && Properties?.TrafficType === trafficType,
        ),
    },
  },
  DYNAMODB_PITR_ENABLED: {
    defaults: {},
    judges: {
      type: "AWS::DynamoDB::GlobalTable",
      condemns: (properties) =>
        replicasOf(properties).some(
          (replica) => !textOf(replica.PointInTimeRecoverySpecification).includes("true"),
        ),
    },
  },
  ELASTICACHE_REDIS_CLUSTER_AUTOMATIC_BACKUP_CHECK: {
    defaults: { snapshotRetentionPeriod: "15" },
    judges: {
      type: "AWS::ElastiCache::ReplicationGroup",
      condemns: ({ SnapshotRetentionLimit }, { snapshotRetentionPeriod }) =>
        Number(SnapshotRetentionLimit) < Number(snapshotRetentionPeriod),
    },
  },
  DB_INSTANCE_BACKUP_ENABLED: {
    defaults: { backupRetentionPeriod: "1" },
    judges: {
      type: "AWS::RDS::DBCluster",
      condemns: ({ BackupRetentionPeriod }, { backupRetentionPeriod }) =>
        Number(BackupRetentionPeriod) < Number(backupRetentionPeriod),
    },
  },
  ELASTICACHE_REPL_GRP_AUTO_FAILOVER_ENABLED: {
    defaults: {},
    judges: {
      type: "AWS::ElastiCache::ReplicationGroup",
      condemns: ({ AutomaticFailoverEnabled }) => AutomaticFailoverEnabled !== true,
    },
  },
  SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED: {
    defaults: {},
    judges: {
      type: "AWS::EC2::Subnet",
      condemns: ({ MapPublicIpOnLaunch }) => MapPublicIpOnLaunch !== false,
    },
  },
  S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED: {
    defaults: {},
    judges: { type: "AWS::S3::Bucket", condemns: (properties) => !privateBucket(properties) },
  },
  EC2_IMDSV2_CHECK: {
    defaults: {},
    judges: {
      type: "AWS::EC2::Instance",
      condemns: ({ MetadataOptions }) => !textOf(MetadataOptions).includes('"HttpTokens":"required"'),
    },
  },
};
/** Figures that somebody chooses in the form: a rule may not judge them by what AWS would choose. */
const isFigure = (value: string) => /^\d+$/.test(value);

/** What the rules of an environment find wrong with that very environment. */
function verdicts(model: BlueprintModel, spec: unknown, context: Context): string[] {
  const all = synthesizeApp(model.id, spec, context).flatMap((stack) => Object.entries(resourcesOf(stack)));
  const resources = all.map(([, resource]) => resource);
  const rules = resources.filter(({ Type }) => Type === "AWS::Config::ConfigRule");
  return rules.flatMap(({ Properties }) => {
    const source = String((Properties?.Source as Json | undefined)?.SourceIdentifier);
    const managed = MANAGED[source];
    if (!managed) return [`${source} is not in the table`];
    const given = (Properties?.InputParameters ?? {}) as Parameters;
    const unsaid = Object.keys(managed.defaults).filter(
      (name) => isFigure(managed.defaults[name] ?? "") && given[name] === undefined,
    );
    const parameters = { ...managed.defaults, ...given };
    const condemned = all.filter(
      ([, { Type, Properties: judged }]) =>
        Type === managed.judges?.type && managed.judges.condemns(judged ?? {}, parameters, resources),
    );
    return [
      ...unsaid.map((name) => `${source} judges by AWS's own ${name}`),
      ...condemned.map(([id]) => `${source} condemns ${id}`),
    ];
  });
}

describe.each(
  BLUEPRINTS.filter(({ everyStack }) => everyStack.some(({ key }) => key === "compliance")).map(
    (model) => [model.id, model] as const,
  ),
)("the compliance rules of %s", (id, model) => {
  it.each(model.presets.map((preset) => [preset.key, preset] as const))(
    "condemn nothing of %s",
    (_, { spec, stages }) => {
      const asked = structuredClone(spec) as Spec;
      asked.compliance!.enabled = true;
      expect(verdicts(model, asked, contextOf(stages[0] ?? "dev"))).toEqual([]);
    },
  );

  it("condemn nothing that a requester may choose, and judge by the environment's own figures", () => {
    fc.assert(
      fc.property(BLUEPRINT_ARBITRARIES[id as BlueprintId].valid, anyContext, (spec, anywhere) => {
        const asked = structuredClone(spec) as Spec;
        asked.compliance!.enabled = true;
        expect(verdicts(model, asked, suited(model, asked, anywhere))).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });

  it("are refused without a recorder, and so is a second one", () => {
    const context = { region: "ap-northeast-2", stage: "prod", today: "2026-11-30" };
    const problems = (recorder: boolean, accountRecorder: boolean, today: string | null = context.today) => {
      const spec = structuredClone(model.presets.find(({ key }) => key === "prod")?.spec) as Spec;
      Object.assign(spec.compliance!, { enabled: true, recorder, accountRecorder });
      return describeSpecProblems(model, spec, { ...context, today }).map(
        ({ field, message }) => `${field} ${message.key}`,
      );
    };
    expect(problems(true, false)).toEqual([]);
    expect(problems(false, true)).toEqual([]);
    expect(problems(false, false)).toEqual(["compliance.recorder spec.compliance.noRecorder"]);
    expect(problems(true, true)).toEqual(["compliance.recorder spec.compliance.twoRecorders"]);
    // What was asked for before this was checked stays readable.
    expect(problems(false, false, null)).toEqual([]);
  });

  it("of production bring what records, so that it is known who changed what", () => {
    const { spec } = model.presets.find(({ key }) => key === "prod") ?? {};
    const types = synthesizeApp(model.id, spec, contextOf("prod"))
      .flatMap((stack) => Object.values(resourcesOf(stack)))
      .map(({ Type }) => Type);
    for (const type of ["AWS::CloudTrail::Trail", "AWS::Config::ConfigurationRecorder"])
      expect(types).toContain(type);
  });
});
