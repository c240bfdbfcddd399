import type { TypeCases } from "../../testing/cases";
import { defined } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "a check of an endpoint outside AWS, as a usage file may also write it",
      properties: { HealthCheckConfig: { Type: "HTTPS" } },
      usage: { "endpoint_type.non-aws": 1 },
      parts: [["0.75"], [2]],
    },
    {
      what: "an HTTPS check with latency: one check, two features",
      properties: { HealthCheckConfig: { Type: "HTTPS", MeasureLatency: true } },
      parts: [["0.5"], [2, 1]],
    },
  ],
  variants: [{ HealthCheckConfig: { Type: "HTTPS_STR_MATCH", MeasureLatency: true } }],
  terraform: {
    aws_route53_health_check: ({ type, request_interval, measure_latency }) => ({
      HealthCheckConfig: defined({
        Type: type,
        RequestInterval: request_interval,
        MeasureLatency: measure_latency,
      }),
    }),
  },
} satisfies TypeCases;
