import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a thousand minutes of builds",
      properties: { Environment: { Type: "LINUX_CONTAINER", ComputeType: "BUILD_GENERAL1_SMALL" } },
      usage: { monthly_build_mins: 1000 },
      parts: [[1000, "0.005"]],
    },
    {
      what: "builds on Linux in Virginia (Infracost: codebuild_project.my_medium_project)",
      region: "us-east-1",
      properties: { Environment: { Type: "LINUX_CONTAINER", ComputeType: "BUILD_GENERAL1_MEDIUM" } },
      usage: { monthly_build_mins: 10_000 },
      parts: [[100]],
    },
  ],
  variants: [
    { Environment: { Type: "WINDOWS_SERVER_2019_CONTAINER", ComputeType: "BUILD_GENERAL1_MEDIUM" } },
  ],
  notSourced: ["AWSCodeBuild: Windows general1.medium"],
} satisfies TypeCases;
