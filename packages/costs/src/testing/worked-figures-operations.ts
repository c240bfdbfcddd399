import type { Figure } from "./worked-figures";

/** Keys, queues, events, logs, metrics, audit and compliance. */
export const OPERATIONS_FIGURES: readonly Figure[] = [
  {
    what: "a key with 100,000 requests",
    type: "AWS::KMS::Key",
    usage: { monthly_requests: 100_000 },
    parts: [[1], [10, "0.03"]],
  },
  {
    what: "a secret and a copy of it in Tokyo",
    type: "AWS::SecretsManager::Secret",
    properties: { ReplicaRegions: [{ Region: "ap-northeast-1" }] },
    parts: [[2, "0.4"]],
  },
  {
    what: "an advanced parameter in N. Virginia (Infracost: ssm_parameter_advanced)",
    type: "AWS::SSM::Parameter",
    region: "us-east-1",
    properties: { Tier: "Advanced" },
    usage: { monthly_api_interactions: 100_000 },
    parts: [
      ["0.0000684932", 730],
      [10, "0.05"],
    ],
  },
  { what: "a standard parameter is free", type: "AWS::SSM::Parameter", free: true },
  {
    what: "a FIFO queue with 2M requests",
    type: "AWS::SQS::Queue",
    properties: { FifoQueue: true },
    usage: { monthly_requests: 2e6 },
    parts: [[2, "0.5"]],
  },
  {
    what: "a topic with 3M requests",
    type: "AWS::SNS::Topic",
    usage: { monthly_requests: 3e6 },
    parts: [[3, "0.5"]],
  },
  {
    what: "custom events in N. Virginia (Infracost: cloudwatch_event_bus)",
    type: "AWS::Events::EventBus",
    region: "us-east-1",
    usage: { monthly_custom_events: 4e6 },
    parts: [[4, 1]],
  },
  {
    what: "an archive in N. Virginia: 10 GB in, 100 GB kept",
    type: "AWS::Events::Archive",
    region: "us-east-1",
    usage: { monthly_archive_processing_gb: 10, archive_storage_gb: 100 },
    parts: [
      [10, "0.1"],
      [100, "0.023"],
    ],
  },
  {
    what: "20M invocations of a schedule",
    type: "AWS::Scheduler::Schedule",
    usage: { monthly_invocations: 20e6 },
    parts: [[20, "1.15"]],
  },
  {
    what: "a log group: 50 GB in, 40 GB kept",
    type: "AWS::Logs::LogGroup",
    usage: { monthly_data_ingested_gb: 50, storage_gb: 40 },
    parts: [
      [50, "0.76"],
      [40, "0.0314"],
    ],
  },
  { what: "an alarm", type: "AWS::CloudWatch::Alarm", parts: [["0.1"]] },
  { what: "a composite alarm", type: "AWS::CloudWatch::CompositeAlarm", parts: [["0.5"]] },
  { what: "a dashboard", type: "AWS::CloudWatch::Dashboard", parts: [[3]] },
  {
    what: "a canary every five minutes: 8,760 runs",
    type: "AWS::Synthetics::Canary",
    properties: { Schedule: { Expression: "rate(5 minutes)" } },
    parts: [[8760, "0.0019"]],
  },
  {
    what: "a workspace of Prometheus: 3 billion samples in two tiers, without a price for Seoul",
    type: "AWS::APS::Workspace",
    usage: { monthly_ingested_samples: 3e9 },
    unpriced: { "Metric samples (first 2B)": 200, "Metric samples (next 250B)": 100 },
  },
  {
    what: "Grafana with two editors and three viewers (Infracost: grafana_workspace.with_usage)",
    type: "AWS::Grafana::Workspace",
    usage: { editors_administrator_licenses: 2, viewer_licenses: 3 },
    parts: [
      [2, 9],
      [3, 5],
    ],
  },
  {
    what: "300,000 insight events",
    type: "AWS::CloudTrail::Trail",
    properties: { InsightSelectors: [{ InsightType: "ApiCallRateInsight" }] },
    usage: { monthly_insight_events: 300_000 },
    parts: [[3, "0.35"]],
  },
  {
    what: "a million evaluations in N. Virginia in three tiers (Infracost: config_config_rule)",
    type: "AWS::Config::ConfigRule",
    region: "us-east-1",
    usage: { monthly_rule_evaluations: 1_000_000 },
    parts: [
      [100_000, "0.001"],
      [400_000, "0.0008"],
      [500_000, "0.0005"],
    ],
  },
  {
    what: "50,000 evaluations over an organisation in Tokyo",
    type: "AWS::Config::OrganizationConfigRule",
    region: "ap-northeast-1",
    usage: { monthly_rule_evaluations: 50_000 },
    parts: [[50_000, "0.001"]],
  },
  {
    what: "50,000 evaluations of a pack in Tokyo",
    type: "AWS::Config::ConformancePack",
    region: "ap-northeast-1",
    usage: { monthly_rule_evaluations: 50_000 },
    parts: [[50_000, "0.001"]],
  },
  {
    what: "10,000 configuration items in Tokyo",
    type: "AWS::Config::ConfigurationRecorder",
    region: "ap-northeast-1",
    usage: { monthly_config_items: 10_000 },
    parts: [[10_000, "0.003"]],
  },
  {
    what: "security checks",
    type: "AWS::SecurityHub::Hub",
    usage: { monthly_security_checks: 20_000 },
    unpriced: { "Security checks": 20_000 },
  },
  {
    what: "an experiment of 30 minutes",
    type: "AWS::FIS::ExperimentTemplate",
    usage: { monthly_action_minutes: 30 },
    unpriced: { "Action minutes": 30 },
  },
  {
    what: "a private authority that issues 1,500 certificates",
    type: "AWS::ACMPCA::CertificateAuthority",
    usage: { monthly_requests: 1500 },
    unpriced: {
      "Private certificate authority": 1,
      "Certificates (first 1K)": 1000,
      "Certificates (next 9K)": 500,
    },
  },
];
