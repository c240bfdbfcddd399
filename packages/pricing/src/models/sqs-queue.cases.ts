import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a FIFO queue with 2M requests",
      properties: { FifoQueue: true },
      usage: { monthly_requests: 2e6 },
      parts: [[2, "0.5"]],
    },
  ],
  variants: [{ FifoQueue: true }],
  terraform: { aws_sqs_queue: ({ fifo_queue = false }) => ({ FifoQueue: fifo_queue }) },
} satisfies TypeCases;
