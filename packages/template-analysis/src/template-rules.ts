import { type Message, message, verbatim } from "@greenroom/messages";
import {
  collectReferences,
  type Json,
  parseTemplate,
  type TemplateResource,
  validateTemplate,
} from "@greenroom/template";

/**
 * CloudFormation's limits: an inline TemplateBody in bytes, and resources of one template (CloudFormation
 * quotas).
 */
const MAX_INLINE_BYTES = 51_200;
const MAX_RESOURCES = 500;

interface CheckedStack {
  key: string;
  template: string;
  resources: [logicalId: string, resource: TemplateResource][];
}
interface Finding {
  severity?: "ERROR" | "WARNING";
  logicalId: string | null;
  message: Message;
  remedy: Message;
}
export interface TemplateRule {
  rule: string;
  check(stack: CheckedStack): Finding[];
}

type Properties = Record<string, Json>;

const found = (logicalId: string | null, says: Message, remedy: Message): Finding => ({
  logicalId,
  message: says,
  remedy,
});

/** A rule that looks at each resource by itself; a returned text is the finding. */
function perResource(
  rule: string,
  remedy: Message,
  find: (logicalId: string, type: string, properties: Properties) => Message | null,
): TemplateRule {
  return {
    rule,
    check: ({ resources }) =>
      resources.flatMap(([logicalId, { Type, Properties }]) => {
        const says = find(logicalId, Type, (Properties ?? {}) as Properties);
        return says === null ? [] : [found(logicalId, says, remedy)];
      }),
  };
}

const size: TemplateRule = {
  rule: "template-size",
  check: ({ key, template }) => {
    const bytes = Buffer.byteLength(template);
    if (bytes <= MAX_INLINE_BYTES) return [];
    const says = message("rule.tooLarge", { stackKey: key, bytes, limit: MAX_INLINE_BYTES });
    return [found(null, says, message("rule.splitStack"))];
  },
};

const count: TemplateRule = {
  rule: "resource-count",
  check: ({ key, resources }) => {
    if (resources.length <= MAX_RESOURCES) return [];
    const says = message("rule.tooMany", { stackKey: key, count: resources.length, limit: MAX_RESOURCES });
    return [found(null, says, message("rule.splitStack"))];
  },
};

const soundness: TemplateRule = {
  rule: "template-sound",
  check: ({ template }) => {
    try {
      validateTemplate(parseTemplate(template));
      return [];
    } catch (error) {
      const says = verbatim(error instanceof Error ? error.message : String(error));
      return [found(null, says, message("rule.correctBlueprint"))];
    }
  },
};

const customResources = perResource("no-custom-resources", message("rule.useNative"), (logicalId, type) =>
  /^Custom::/.test(type) ||
  type === "AWS::CloudFormation::CustomResource" ||
  type === "AWS::CloudFormation::Macro"
    ? message("rule.runsCode", { logicalId, type })
    : null,
);

const assets = perResource("no-assets", message("rule.keepInline"), (logicalId, type, properties) => {
  const code = properties.Code as Properties | undefined;
  const isUploaded =
    (type === "AWS::Lambda::Function" && (code?.S3Bucket !== undefined || code?.ImageUri !== undefined)) ||
    (type === "AWS::Lambda::LayerVersion" && properties.Content !== undefined) ||
    (type === "AWS::CloudFormation::Stack" && properties.TemplateURL !== undefined);
  return isUploaded ? message("rule.needsUpload", { logicalId, type }) : null;
});

const wildcards = perResource(
  "no-wildcard-permission",
  message("rule.nameActions"),
  (logicalId, _type, properties) => {
    const broad = statementsIn(properties).find(
      ({ Effect, Action, Resource }) =>
        Effect === "Allow" &&
        [Action].flat().some((action) => typeof action === "string" && action.includes("*")) &&
        [Resource].flat().includes("*"),
    );
    return broad ? message("rule.allowsAll", { logicalId, actions: JSON.stringify(broad.Action) }) : null;
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
const encryption = perResource("encrypted-at-rest", message("rule.encrypt"), (logicalId, type, properties) =>
  ENCRYPTED[type]?.(properties) === false ? message("rule.notEncrypted", { logicalId, type }) : null,
);

/** A queue is fine when it has dead letters, or is where somebody else's go. */
const deadLetters: TemplateRule = {
  rule: "dead-letters",
  check: ({ resources }) => {
    const receivers = new Set(
      resources.flatMap(([, { Properties }]) => deadLetterTargets((Properties ?? {}) as Properties)),
    );
    return resources.flatMap(([logicalId, { Type, Properties }]): Finding[] => {
      const properties = (Properties ?? {}) as Properties;
      if (Type === "AWS::SQS::Queue" && properties.RedrivePolicy === undefined && !receivers.has(logicalId)) {
        return [warned(logicalId, message("rule.queueNoDeadLetters", { logicalId }))];
      }
      if (Type !== "AWS::Events::Rule") return [];
      return ((properties.Targets ?? []) as Properties[])
        .filter((target) => target.DeadLetterConfig === undefined)
        .map(({ Id }) =>
          warned(logicalId, message("rule.targetNoDeadLetters", { target: String(Id), logicalId })),
        );
    });
  },
};

const warned = (
  logicalId: string,
  says: Message,
  remedy: Message = message("rule.addDeadLetters"),
): Finding => ({
  ...found(logicalId, says, remedy),
  severity: "WARNING",
});

/**
 * Allowed, since test data can be made anew, and never overlooked. No rule of cdk-nag looks at global tables.
 */
const pointInTime: TemplateRule = {
  rule: "point-in-time-recovery",
  check: ({ resources }) =>
    resources.flatMap(([logicalId, { Type, Properties }]): Finding[] => {
      if (Type !== "AWS::DynamoDB::GlobalTable") return [];
      const replicas = ((Properties as Properties | undefined)?.Replicas ?? []) as Properties[];
      const isCovered = replicas.every(({ PointInTimeRecoverySpecification: recovery }) => {
        return (recovery as Properties | undefined)?.PointInTimeRecoveryEnabled === true;
      });
      const says = message("rule.noPointInTime", { logicalId });
      return isCovered ? [] : [warned(logicalId, says, message("rule.switchOnRecovery"))];
    }),
};

/** EKS gives rights to nobody by itself, not to the role that builds the cluster either. */
const clusterAccess: TemplateRule = {
  rule: "cluster-access",
  check: ({ resources }) => {
    const isAdministered = resources.some(
      ([, { Type, Properties }]) =>
        Type === "AWS::EKS::AccessEntry" &&
        JSON.stringify(Properties).includes("AmazonEKSClusterAdminPolicy"),
    );
    return resources
      .filter(([, { Type }]) => Type === "AWS::EKS::Cluster" && !isAdministered)
      .map(([logicalId]) =>
        warned(logicalId, message("rule.noAdministrator", { logicalId }), message("rule.nameAdministrator")),
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
