import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "10,000 configuration items in Tokyo",
      region: "ap-northeast-1",
      usage: { monthly_config_items: 10_000 },
      parts: [[10_000, "0.003"]],
    },
  ],
  variants: [{ RecordingMode: { RecordingFrequency: "DAILY" } }],
  terraform: { aws_config_configuration_recorder: () => ({}) },
} satisfies TypeCases;
