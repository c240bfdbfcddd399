import { tell, type Wording } from "@greenroom/errors";
import {
  collectReferences,
  type Json,
  parseTemplate,
  type TemplateResource,
  validateTemplate,
} from "@greenroom/template";

/** CloudFormation's limits: an inline TemplateBody in bytes, and resources of one template (CloudFormation quotas). */
const MAX_INLINE_BYTES = 51_200;
const MAX_RESOURCES = 500;

export interface CheckedStack {
  key: string;
  template: string;
  resources: [logicalId: string, resource: TemplateResource][];
}
export interface Finding extends Wording {
  severity?: "ERROR" | "WARNING";
  logicalId: string | null;
  remedy: string | null;
  /** Of a remedy in Greenroom's own words, like `messageKey`. */
  remedyKey?: string;
}
export interface TemplateRule {
  rule: string;
  /** Said when no stack has a finding. */
  passed: string;
  check(stack: CheckedStack): Finding[];
}

type Properties = Record<string, Json>;

/** A finding as it is kept: both texts in English, with their keys. */
function found(logicalId: string | null, says: Wording, { message: remedy, messageKey: remedyKey }: Wording) {
  return { logicalId, ...says, remedy, remedyKey };
}

/** A rule that looks at each resource by itself; a returned text is the finding. */
function perResource(
  rule: string,
  passed: string,
  remedy: Wording,
  find: (logicalId: string, type: string, properties: Properties) => Wording | null,
): TemplateRule {
  return {
    rule,
    passed,
    check: ({ resources }) =>
      resources.flatMap(([logicalId, { Type, Properties }]) => {
        const says = find(logicalId, Type, (Properties ?? {}) as Properties);
        return says === null ? [] : [found(logicalId, says, remedy)];
      }),
  };
}

const size: TemplateRule = {
  rule: "template-size",
  passed: `Every template is within the ${MAX_INLINE_BYTES} bytes that CloudFormation takes inline.`,
  check: ({ key, template }) => {
    const bytes = Buffer.byteLength(template);
    if (bytes <= MAX_INLINE_BYTES) return [];
    const says = tell("rule.tooLarge", { stackKey: key, bytes, limit: MAX_INLINE_BYTES });
    return [found(null, says, tell("rule.splitStack"))];
  },
};

const count: TemplateRule = {
  rule: "resource-count",
  passed: `Every template has at most ${MAX_RESOURCES} resources.`,
  check: ({ key, resources }) => {
    if (resources.length <= MAX_RESOURCES) return [];
    const says = tell("rule.tooMany", { stackKey: key, count: resources.length, limit: MAX_RESOURCES });
    return [found(null, says, tell("rule.splitStack"))];
  },
};

const soundness: TemplateRule = {
  rule: "template-sound",
  passed: "Every reference leads to a resource of the same template, and none goes in a circle.",
  check: ({ template }) => {
    try {
      validateTemplate(parseTemplate(template));
      return [];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return [found(null, { message }, tell("rule.correctBlueprint"))];
    }
  },
};

const customResources = perResource(
  "no-custom-resources",
  "No resource runs code of its own during deployment.",
  tell("rule.useNative"),
  (logicalId, type) =>
    /^Custom::/.test(type) ||
    type === "AWS::CloudFormation::CustomResource" ||
    type === "AWS::CloudFormation::Macro"
      ? tell("rule.runsCode", { logicalId, type })
      : null,
);

const assets = perResource(
  "no-assets",
  "Nothing has to be uploaded before deployment.",
  tell("rule.keepInline"),
  (logicalId, type, properties) => {
    const code = properties.Code as Properties | undefined;
    const isUploaded =
      (type === "AWS::Lambda::Function" && (code?.S3Bucket !== undefined || code?.ImageUri !== undefined)) ||
      (type === "AWS::Lambda::LayerVersion" && properties.Content !== undefined) ||
      (type === "AWS::CloudFormation::Stack" && properties.TemplateURL !== undefined);
    return isUploaded ? tell("rule.needsUpload", { logicalId, type }) : null;
  },
);

const wildcards = perResource(
  "no-wildcard-permission",
  "No policy allows a wildcard of actions on every resource.",
  tell("rule.nameActions"),
  (logicalId, _type, properties) => {
    const broad = statementsIn(properties).find(
      ({ Effect, Action, Resource }) =>
        Effect === "Allow" &&
        [Action].flat().some((action) => typeof action === "string" && action.includes("*")) &&
        [Resource].flat().includes("*"),
    );
    return broad ? tell("rule.allowsAll", { logicalId, actions: JSON.stringify(broad.Action) }) : null;
  },
);

/** Types whose encryption has to be asked for; the others are always encrypted by AWS. */
const ENCRYPTED: Record<string, (properties: Properties) => boolean> = {
  "AWS::DynamoDB::GlobalTable": ({ SSESpecification }) =>
    (SSESpecification as Properties | undefined)?.SSEEnabled === true,
  "AWS::DynamoDB::Table": ({ SSESpecification }) =>
    (SSESpecification as Properties | undefined)?.SSEEnabled === true,
  "AWS::SQS::Queue": ({ SqsManagedSseEnabled, KmsMasterKeyId }) =>
    SqsManagedSseEnabled === true || KmsMasterKeyId !== undefined,
  "AWS::ElastiCache::ReplicationGroup": ({ AtRestEncryptionEnabled, TransitEncryptionEnabled }) =>
    AtRestEncryptionEnabled === true && TransitEncryptionEnabled === true,
  "AWS::RDS::DBCluster": ({ StorageEncrypted }) => StorageEncrypted === true,
  "AWS::EC2::Volume": ({ Encrypted }) => Encrypted === true,
};
const encryption = perResource(
  "encrypted-at-rest",
  "Everything that holds data is encrypted.",
  tell("rule.encrypt"),
  (logicalId, type, properties) =>
    ENCRYPTED[type]?.(properties) === false ? tell("rule.notEncrypted", { logicalId, type }) : null,
);

/** A queue is fine when it has dead letters, or is where somebody else's go. */
const deadLetters: TemplateRule = {
  rule: "dead-letters",
  passed: "Every queue and every event target has a dead-letter queue.",
  check: ({ resources }) => {
    const receivers = new Set(
      resources.flatMap(([, { Properties }]) => deadLetterTargets((Properties ?? {}) as Properties)),
    );
    return resources.flatMap(([logicalId, { Type, Properties }]): Finding[] => {
      const properties = (Properties ?? {}) as Properties;
      if (Type === "AWS::SQS::Queue" && properties.RedrivePolicy === undefined && !receivers.has(logicalId)) {
        return [warned(logicalId, tell("rule.queueNoDeadLetters", { logicalId }))];
      }
      if (Type !== "AWS::Events::Rule") return [];
      return ((properties.Targets ?? []) as Properties[])
        .filter((target) => target.DeadLetterConfig === undefined)
        .map(({ Id }) =>
          warned(logicalId, tell("rule.targetNoDeadLetters", { target: String(Id), logicalId })),
        );
    });
  },
};

const warned = (
  logicalId: string,
  says: Wording,
  remedy: Wording = tell("rule.addDeadLetters"),
): Finding => ({
  ...found(logicalId, says, remedy),
  severity: "WARNING",
});

/** Allowed, since test data can be made anew, and never overlooked. No rule of cdk-nag looks at global tables. */
const pointInTime: TemplateRule = {
  rule: "point-in-time-recovery",
  passed: "Every table can be brought back to an earlier point in time.",
  check: ({ resources }) =>
    resources.flatMap(([logicalId, { Type, Properties }]): Finding[] => {
      if (Type !== "AWS::DynamoDB::GlobalTable") return [];
      const replicas = ((Properties as Properties | undefined)?.Replicas ?? []) as Properties[];
      const isCovered = replicas.every(({ PointInTimeRecoverySpecification: recovery }) => {
        return (recovery as Properties | undefined)?.PointInTimeRecoveryEnabled === true;
      });
      const says = tell("rule.noPointInTime", { logicalId });
      return isCovered ? [] : [warned(logicalId, says, tell("rule.switchOnRecovery"))];
    }),
};

/** EKS gives rights to nobody by itself, not to the role that builds the cluster either. */
const clusterAccess: TemplateRule = {
  rule: "cluster-access",
  passed: "Every cluster has an administrator.",
  check: ({ resources }) => {
    const isAdministered = resources.some(
      ([, { Type, Properties }]) =>
        Type === "AWS::EKS::AccessEntry" &&
        JSON.stringify(Properties).includes("AmazonEKSClusterAdminPolicy"),
    );
    return resources
      .filter(([, { Type }]) => Type === "AWS::EKS::Cluster" && !isAdministered)
      .map(([logicalId]) =>
        warned(logicalId, tell("rule.noAdministrator", { logicalId }), tell("rule.nameAdministrator")),
      );
  },
};

function deadLetterTargets({ RedrivePolicy, Targets, DeadLetterConfig }: Properties): string[] {
  // Other types have a map of that name.
  const targets = Array.isArray(Targets)
    ? (Targets as Properties[]).map((target) => target.DeadLetterConfig ?? null)
    : [];
  return [RedrivePolicy ?? null, DeadLetterConfig ?? null, ...targets].flatMap((value) =>
    collectReferences(value).map(({ name }) => name),
  );
}

function statementsIn(value: Json): Properties[] {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (typeof value !== "object" || value === null) return [];
  const own = typeof value.Effect === "string" ? [value as Properties] : [];
  return [...own, ...Object.values(value).flatMap(statementsIn)];
}

export const TEMPLATE_RULES: readonly TemplateRule[] = [
  size,
  count,
  soundness,
  customResources,
  assets,
  wildcards,
  encryption,
  deadLetters,
  pointInTime,
  clusterAccess,
];
