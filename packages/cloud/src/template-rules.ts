import {
  collectReferences,
  type Json,
  parseTemplate,
  type TemplateResource,
  validateTemplate,
} from "@greenroom/template";
import type { SynthesizedStack, TemplateCheck } from "./contract";

/** CloudFormation's limits: an inline TemplateBody in bytes, and resources of one template (CloudFormation quotas). */
const MAX_INLINE_BYTES = 51_200;
const MAX_RESOURCES = 500;

export interface CheckedStack extends Pick<SynthesizedStack, "key" | "template"> {
  resources: [logicalId: string, resource: TemplateResource][];
}
export type Finding = Pick<TemplateCheck, "logicalId" | "message" | "remedy"> & {
  severity?: "ERROR" | "WARNING";
};
export interface TemplateRule {
  rule: string;
  /** Said when no stack has a finding. */
  passed: string;
  check(stack: CheckedStack): Finding[];
}

type Properties = Record<string, Json>;

/** A rule that looks at each resource by itself; a returned text is the finding. */
function perResource(
  rule: string,
  passed: string,
  remedy: string,
  find: (logicalId: string, type: string, properties: Properties) => string | null,
): TemplateRule {
  return {
    rule,
    passed,
    check: ({ resources }) =>
      resources.flatMap(([logicalId, { Type, Properties }]) => {
        const message = find(logicalId, Type, (Properties ?? {}) as Properties);
        return message === null ? [] : [{ logicalId, message, remedy }];
      }),
  };
}

const size: TemplateRule = {
  rule: "template-size",
  passed: `Every template is within the ${MAX_INLINE_BYTES} bytes that CloudFormation takes inline.`,
  check: ({ key, template }) => {
    const bytes = Buffer.byteLength(template);
    if (bytes <= MAX_INLINE_BYTES) return [];
    const message = `The template of the stack ${key} has ${bytes} bytes; CloudFormation takes ${MAX_INLINE_BYTES} inline.`;
    return [{ logicalId: null, message, remedy: "Split the stack, or switch options of it off." }];
  },
};

const count: TemplateRule = {
  rule: "resource-count",
  passed: `Every template has at most ${MAX_RESOURCES} resources.`,
  check: ({ key, resources }) => {
    if (resources.length <= MAX_RESOURCES) return [];
    const message = `The stack ${key} has ${resources.length} resources; CloudFormation takes ${MAX_RESOURCES}.`;
    return [{ logicalId: null, message, remedy: "Split the stack, or switch options of it off." }];
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
      return [
        { logicalId: null, message, remedy: "Correct the blueprint: this cannot be fixed in the form." },
      ];
    }
  },
};

const customResources = perResource(
  "no-custom-resources",
  "No resource runs code of its own during deployment.",
  "Use a native resource type; see the list in the blueprint guide.",
  (logicalId, type) =>
    /^Custom::/.test(type) ||
    type === "AWS::CloudFormation::CustomResource" ||
    type === "AWS::CloudFormation::Macro"
      ? `${logicalId} is a ${type}, which runs code during deployment.`
      : null,
);

const assets = perResource(
  "no-assets",
  "Nothing has to be uploaded before deployment.",
  "Keep code inline or refer to something that is published already.",
  (logicalId, type, properties) => {
    const code = properties.Code as Properties | undefined;
    const isUploaded =
      (type === "AWS::Lambda::Function" && (code?.S3Bucket !== undefined || code?.ImageUri !== undefined)) ||
      (type === "AWS::Lambda::LayerVersion" && properties.Content !== undefined) ||
      (type === "AWS::CloudFormation::Stack" && properties.TemplateURL !== undefined);
    return isUploaded ? `${logicalId} (${type}) needs a file that is uploaded first.` : null;
  },
);

const wildcards = perResource(
  "no-wildcard-permission",
  "No policy allows a wildcard of actions on every resource.",
  "Name the actions and the resources that are needed.",
  (logicalId, _type, properties) => {
    const broad = statementsIn(properties).find(
      ({ Effect, Action, Resource }) =>
        Effect === "Allow" &&
        [Action].flat().some((action) => typeof action === "string" && action.includes("*")) &&
        [Resource].flat().includes("*"),
    );
    return broad ? `${logicalId} allows ${JSON.stringify(broad.Action)} on every resource.` : null;
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
  "Switch encryption on in the blueprint.",
  (logicalId, type, properties) =>
    ENCRYPTED[type]?.(properties) === false ? `${logicalId} (${type}) is not encrypted.` : null,
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
      const remedy = "Give it a dead-letter queue.";
      if (Type === "AWS::SQS::Queue" && properties.RedrivePolicy === undefined && !receivers.has(logicalId)) {
        return [
          {
            logicalId,
            severity: "WARNING",
            message: `The queue ${logicalId} has no dead-letter queue.`,
            remedy,
          },
        ];
      }
      if (Type !== "AWS::Events::Rule") return [];
      return ((properties.Targets ?? []) as Properties[])
        .filter((target) => target.DeadLetterConfig === undefined)
        .map(({ Id }) => ({
          logicalId,
          severity: "WARNING" as const,
          message: `The target ${String(Id)} of the rule ${logicalId} has no dead-letter queue.`,
          remedy,
        }));
    });
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
];
