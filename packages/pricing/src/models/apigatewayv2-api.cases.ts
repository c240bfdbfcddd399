import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an HTTP API counts 600 KB as two requests",
      properties: { ProtocolType: "HTTP" },
      usage: { monthly_requests: 1e6, request_size_kb: 600 },
      parts: [[2, "1.23"]],
    },
    {
      what: "a WebSocket API: 1.5 billion messages in two tiers and 10M minutes",
      properties: { ProtocolType: "WEBSOCKET" },
      usage: { monthly_messages: 1500e6, monthly_connection_mins: 10e6 },
      parts: [
        [1000, "1.14"],
        [500, "0.94"],
        [10, "0.285"],
      ],
    },
  ],
  variants: [{ ProtocolType: "WEBSOCKET" }],
} satisfies TypeCases;
