import { isObject, type Template, type TemplateParameter, type TemplateResource } from "./template";
import { TemplateError } from "./template-error";

/**
 * Refuses parameters and resources that cannot even be looked at; `validateTemplate` checks the rest. A macro
 * call among the resources is none.
 * @throws TemplateError with CloudFormation's text.
 */
export function checkShapes({ Parameters, Resources }: Template): void {
  for (const parameter of Object.values(Parameters)) checkParameterShape(parameter);
  for (const [id, resource] of Object.entries(Resources)) {
    if (id !== "Fn::Transform") checkResourceShape(id, resource);
  }
}

export function checkParameterShape(parameter: unknown): asserts parameter is TemplateParameter {
  if (isObject(parameter) && typeof parameter.Type === "string") return;
  throw new TemplateError("Template format error: Every Parameters object must contain a Type member.");
}

export function checkResourceShape(id: string, resource: unknown): asserts resource is TemplateResource {
  const refuse = (text: string) => new TemplateError(`Template format error: [/Resources/${id}] ${text}`);
  if (!isObject(resource)) throw refuse("resource definition is malformed");
  if (typeof resource.Type === "string" && resource.Type !== "") return;
  throw refuse("Every Resources object must contain a Type member.");
}
