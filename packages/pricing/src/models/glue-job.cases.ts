import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a Glue job of 10 G.2X workers: hours of 20 units each",
      properties: { WorkerType: "G.2X", NumberOfWorkers: 10 },
      usage: { monthly_hours: 20 },
      unpriced: { Duration: 20 },
    },
    {
      what: "a Glue job in Virginia (Infracost: glue_job.workers_g2x, 60 hours of 20 units)",
      region: "us-east-1",
      properties: { WorkerType: "G.2X", NumberOfWorkers: 10 },
      usage: { monthly_hours: 60 },
      parts: [[528]],
    },
  ],
  variants: [{ Command: { Name: "glueetl" } }],
} satisfies TypeCases;
