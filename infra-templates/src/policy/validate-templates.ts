import { createRequire } from "node:module";
import type { PolicyStack, RawFinding } from "./finding";

/** What we use of @aws/cloudformation-validate 1.14; aws-cdk-lib bundles it without exporting its types. */
interface Diagnostic {
  ruleId: string;
  severity: "FATAL" | "ERROR" | "WARN" | "INFO" | "DEBUG";
  message: string;
  entity?: { logicalId?: string };
  propertyPath?: string;
  suggestedFix?: string;
}
interface Engine {
  validateTemplate(template: object, config: object): { diagnostics: Diagnostic[] };
  listRules(): { id: string; severity: Diagnostic["severity"] }[];
}
interface Validator {
  CompositeEngine: new () => Engine;
  TemplateContent: new (content: string, name: string) => object;
}

/** Below a warning the validator remarks on style: what is create-only, what has no tags. */
const LOWEST_SEVERITY = "WARN";
const SHOWN: readonly Diagnostic["severity"][] = ["FATAL", "ERROR", "WARN"];
/** Answers that are kept: some twenty plans of the full platform. */
const KEPT_ANSWERS = 300;

/**
 * Validates templates against CloudFormation's resource schemas and rules, offline. Loading takes a second
 * and 300 MB, the first template with a resource type some milliseconds more, so one of these lives long.
 * Answers are kept by the template's hash.
 */
export function createTemplateValidator() {
  const bundled = createRequire(createRequire(import.meta.url).resolve("aws-cdk-lib/package.json"));
  const validator = bundled("@aws/cloudformation-validate") as Validator;
  const engine = new validator.CompositeEngine();
  const rules = engine.listRules();
  // Leaving rules out whose findings are not shown saves a tenth of the time.
  const hidden = rules.filter(({ severity }) => !SHOWN.includes(severity)).map(({ id }) => id);
  const answers = new Map<string, RawFinding[]>();

  function validate(stack: PolicyStack): RawFinding[] {
    const key = `${stack.key} ${stack.region} ${stack.templateHash}`;
    const known = answers.get(key);
    if (known) return known;
    const { diagnostics } = engine.validateTemplate(
      new validator.TemplateContent(stack.template, stack.key),
      {
        severityLevel: LOWEST_SEVERITY,
        exclude: { ids: hidden },
        detailLevel: "STANDARD",
        pseudoParameterOverrides: { region: stack.region },
      },
    );
    const findings = diagnostics.map((diagnostic) => toFinding(stack.key, diagnostic));
    const oldest = answers.keys().next();
    if (answers.size >= KEPT_ANSWERS && !oldest.done) answers.delete(oldest.value);
    answers.set(key, findings);
    return findings;
  }

  return { ruleCount: rules.length - hidden.length, validate };
}
export type TemplateValidator = ReturnType<typeof createTemplateValidator>;

function toFinding(
  stackKey: string,
  { ruleId, severity, message, entity, propertyPath, suggestedFix }: Diagnostic,
): RawFinding {
  const path = propertyPath?.replace(/^Properties\.?/, "");
  return {
    engine: "cloudformation-validate",
    rule: ruleId,
    severity: severity === "WARN" ? "WARNING" : "ERROR",
    stackKey,
    logicalId: entity?.logicalId ?? null,
    message: path ? `${path}: ${message}` : message,
    advice: suggestedFix ?? null,
  };
}
