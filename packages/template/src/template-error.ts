/** A template or its parameters cannot be used; the message is CloudFormation's own text. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  /** CloudFormation answers all of these with this code (HTTP 400). */
  readonly code = "ValidationError";
}
