import type { Template } from "./template";
import type { Unknown, Value } from "./unknown";

/**
 * A text, a list's items, or (where parameters may be missing) a value that whoever passes it does not know
 * yet.
 */
export type GivenParameter = string | string[] | Unknown;

/**
 * Where a template is evaluated. Only `region` is required; what is left out is unknown or has AWS's usual
 * shape.
 */
export interface Environment extends Lookups {
  region: string;
  /**
   * 12 digits. Where parameters may be missing, what is chosen by an account that is not given is unknown.
   */
  accountId?: string;
  stackName?: string;
  stackId?: string;
  notificationArns?: string[];
  /** Given parameter values; list types take a comma-separated string or an array. */
  parameters?: Record<string, GivenParameter>;
  /**
   * Let a parameter without value or (valid) default be unknown instead of an error. For estimates of
   * templates whose parameters are filled in at deployment.
   */
  allowMissingParameters?: boolean;
  /**
   * Let what a macro would add (`transformsOf`) and calls of Fn::Transform be unknown instead of an error.
   * For estimates: macros run in AWS only.
   */
  allowUnexpanded?: boolean;
  /** Does the whole value match an AllowedPattern? Default: JavaScript's own regular expressions. */
  matchesPattern?: (pattern: string, value: string) => boolean;
}

/**
 * How to find what a template does not say itself. Absent callbacks, and those that return undefined, give
 * unknown.
 */
export interface Lookups {
  /** What `Ref` of a resource returns. */
  ref?: (logicalId: string) => Value | undefined;
  /** What `Fn::GetAtt` of a resource returns. */
  getAtt?: (logicalId: string, attribute: string) => Value | undefined;
  /** The value of an export, for Fn::ImportValue. */
  importValue?: (exportName: string) => Value | undefined;
  /** An output of another stack, for Fn::GetStackOutput. */
  stackOutput?: (reference: StackOutputReference) => Value | undefined;
  /** The value of an SSM parameter, for `AWS::SSM::Parameter::Value<...>` types. */
  ssmParameter?: (name: string) => string | undefined;
}

export interface StackOutputReference {
  stackName: string;
  outputName: string;
  region: string;
}

/** Everything `resolveValue` needs. Made by `createScope`. */
export interface Scope {
  template: Template;
  environment: Environment;
  parameters: Record<string, Value>;
  conditions: Record<string, Value>;
  pseudoParameters: Record<string, Value>;
}

/** Stands for `Ref: AWS::NoValue` until the property that holds it is removed. */
export const NO_VALUE = Symbol("AWS::NoValue");

export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
