/**
 * Stacks as the CDK's users write them: one has a queue, two keep its address. They refer to it by an export,
 * which locks it ("strong"), and by its output, which does not ("weak"). No assets, so no bootstrapping.
 * Context: `prefix` of the stacks' names, `delay` in seconds.
 */
import { App, BootstraplessSynthesizer, Duration, Stack } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { StringParameter } from "aws-cdk-lib/aws-ssm";

const app = new App({ analyticsReporting: false });
const prefix = app.node.getContext("prefix");
const deliveryDelay = Duration.seconds(Number(app.node.getContext("delay")));
const stack = (name) =>
  new Stack(app, `${prefix}${name}`, {
    env: { account: "111122223333", region: "ap-northeast-2" },
    synthesizer: new BootstraplessSynthesizer(),
    tags: { owner: "tests" },
  });
const queue = new Queue(stack("Producer"), "Queue", { deliveryDelay });
for (const strength of ["strong", "weak"]) {
  const consumer = stack(strength);
  consumer.node.setContext("@aws-cdk/core:defaultCrossStackReferences", strength);
  new StringParameter(consumer, "Address", { stringValue: queue.queueArn });
}
