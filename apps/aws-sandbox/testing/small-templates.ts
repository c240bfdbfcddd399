/** The text of a template with these resources. */
export const body = (Resources: object, more: object = {}) => JSON.stringify({ Resources, ...more });

export const queue = (Properties: object = {}, more: object = {}) => ({
  Type: "AWS::SQS::Queue",
  Properties,
  ...more,
});

export const topic = (Properties: object = {}) => ({ Type: "AWS::SNS::Topic", Properties });
