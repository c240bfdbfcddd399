import { message } from "@greenroom/messages";
import { encryptionKey, logGroup } from "../../model/outline-parts";
import { switchedOff } from "../../model/settings-model";
import type { PricedResources, StackModel, StackUsage } from "../../model/stack-model";
import { logUsage, moving } from "../../model/usage-value";
import type { SpecIssue } from "../../spec/spec-issue";
import { complianceSection } from "./form";
import { complianceRules, type JudgedSpec } from "./rules";
import { COMPLIANCE_SIZES, type ComplianceSettings, complianceSettings } from "./settings";

export interface ComplianceSpec extends JudgedSpec {
  compliance: ComplianceSettings;
}

/** CloudWatch has the trail's events for searching; the bucket keeps them. */
export const TRAIL_LOG_DAYS = 90;

/** Recorder and trail write to a bucket; without them there is nothing to keep. */
export const hasRecords = ({ recorder, trail }: ComplianceSettings) => recorder || trail;

export const complianceModel = {
  key: "compliance",
  settings: {
    key: "compliance",
    schema: complianceSettings.default(switchedOff(COMPLIANCE_SIZES)),
    sizes: COMPLIANCE_SIZES,
    section: complianceSection,
  },
  title: { en: "Compliance", ko: "규정 준수" },
  summary: {
    en: "AWS Config rules for the platform's compliance list; recorder, trail and Security Hub where the account has none",
    ko: "플랫폼 규정 목록의 AWS Config 규칙, 계정에 없는 경우 레코더, 추적, Security Hub",
  },
  dependsOn: [],
  isOn: ({ compliance }) => compliance.enabled,

  outline(spec) {
    const { compliance } = spec;
    const resources: PricedResources = {};
    for (const { id } of complianceRules(spec)) resources[id] = { Type: "AWS::Config::ConfigRule" };
    if (hasRecords(compliance)) {
      resources.RecordKey = encryptionKey();
      resources.RecordBucket = { Type: "AWS::S3::Bucket" };
    }
    if (compliance.recorder) {
      resources.Recorder = {
        Type: "AWS::Config::ConfigurationRecorder",
        Properties: { RecordingMode: { RecordingFrequency: "CONTINUOUS" } },
      };
    }
    if (compliance.trail) {
      resources.Trail = { Type: "AWS::CloudTrail::Trail" };
      resources.TrailLogGroup = logGroup(TRAIL_LOG_DAYS);
    }
    if (compliance.securityHub) resources.SecurityHub = { Type: "AWS::SecurityHub::Hub" };
    return resources;
  },

  usage: (spec) => usageOf(spec),
  // What was asked for before the rule stays readable: the day does not count then.
  issues: ({ compliance }, { today }) => (today === null ? [] : recorderIssues(compliance)),
  claims: ({ compliance }, { region }) =>
    (["recorder", "securityHub"] as const)
      .filter((name) => compliance[name])
      .map((name) => ({
        kind: name === "recorder" ? "configRecorder" : name,
        value: region,
        scope: "region",
        path: `compliance.${name}`,
        rivals: [{ compliance: { enabled: true, [name]: true } }],
      })),
} as const satisfies StackModel<ComplianceSpec>;

/** AWS takes no rule where nothing records, and no second recorder. */
function recorderIssues({ recorder, accountRecorder }: ComplianceSettings): SpecIssue[] {
  const path = "compliance.recorder";
  if (recorder && accountRecorder) return [{ path, message: message("spec.compliance.twoRecorders") }];
  return recorder || accountRecorder ? [] : [{ path, message: message("spec.compliance.noRecorder") }];
}

function usageOf(spec: ComplianceSpec): StackUsage {
  const { compliance } = spec;
  const guess = (count: number, en: string, ko: string) =>
    moving(count, {
      en: `${en}; low is half, high is double`,
      ko: `${ko}이며 최저는 절반, 최고는 두 배입니다`,
    });
  const usage: StackUsage = {};
  for (const { id, isPeriodic } of complianceRules(spec)) {
    usage[id] = {
      monthly_rule_evaluations: isPeriodic
        ? guess(150, "Five resources evaluated every day", "매일 리소스 5개 평가")
        : guess(50, "50 changes a month", "월 변경 50건"),
    };
  }
  if (hasRecords(compliance)) {
    usage.RecordBucket = {
      "standard.storage_gb": guess(
        (compliance.recordRetentionDays / 30) * 0.2,
        "0.2 GB of records a month",
        "월 기록 0.2GB",
      ),
      "standard.monthly_tier_1_requests": guess(20_000, "20,000 records written", "기록 20,000건 저장"),
    };
    usage.RecordKey = { monthly_requests: guess(20_000, "20,000 requests", "요청 20,000회") };
  }
  if (compliance.recorder) {
    usage.Recorder = {
      monthly_config_items: guess(3000, "3,000 changes in the account", "계정 내 변경 3,000건"),
    };
  }
  if (compliance.trail) {
    usage.TrailLogGroup = logUsage(0.5, TRAIL_LOG_DAYS, {
      en: "500 MB of events; low is half, high is double",
      ko: "이벤트 500MB이며 최저는 절반, 최고는 두 배입니다",
    });
  }
  if (compliance.securityHub) {
    usage.SecurityHub = {
      monthly_security_checks: guess(10_000, "10,000 checks of the account", "계정 검사 10,000회"),
    };
  }
  return usage;
}
