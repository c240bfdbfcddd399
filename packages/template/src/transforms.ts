import { isObject, type Template } from "./template";

/**
 * Its functions are known here (Fn::Length, Fn::ToJsonString, defaults of Fn::FindInMap, `expandLoops`), so
 * it is no macro.
 */
const BUILT_IN = "AWS::LanguageExtensions";

/** May functions stand where CloudFormation itself wants a name, and loops anywhere? */
export function usesLanguageExtensions({ Transform }: Template): boolean {
  return JSON.stringify(Transform ?? null).includes(BUILT_IN);
}

/**
 * Names of the macros that AWS runs over the whole template, or over its resources, before anything is
 * created.
 */
export function transformsOf(template: Template): string[] {
  const { Transform } = template;
  const inResources = (template.Resources as Record<string, unknown>)["Fn::Transform"];
  const declared = [...(Array.isArray(Transform) ? Transform : [Transform]), inResources];
  const names = declared.flatMap((one) => (isObject(one) ? one.Name : one) ?? []);
  return names.filter((name): name is string => typeof name === "string" && name !== BUILT_IN);
}
