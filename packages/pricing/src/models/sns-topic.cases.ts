import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a topic with 3M requests",
      usage: { monthly_requests: 3e6 },
      parts: [[3, "0.5"]],
    },
  ],
  variants: [{ FifoTopic: true, Subscription: [{ Protocol: "sqs" }] }],
  notSourced: ["AmazonSNS: SMS deliveries"],
  terraform: { aws_sns_topic: ({ fifo_topic = false }) => ({ FifoTopic: fifo_topic }) },
  infracost: {
    differs: [
      [
        /^aws_sns_topic\.sns_topic_customSmsPrice$/,
        /^(SMS notifications|API requests)/,
        "What an account has free belongs to the account, not to each topic, so nothing is deducted here.",
      ],
    ],
    // FIFO topics with subscriptions: resources beside the topic that the case leaves out.
    properties: {
      "aws_sns_topic.sns_fifo_topic_withSubscriptions": { Subscription: [{ Protocol: "sqs" }] },
      "aws_sns_topic.sns_fifo_topic_withUsageAndSubscriptions": {
        Subscription: [{ Protocol: "sqs" }, { Protocol: "sqs" }, { Protocol: "sqs" }],
      },
    },
  },
} satisfies TypeCases;
