import type { FieldCondition, SettingsSection } from "../../model/form";
import { DAYS, utcHourChoices } from "../../model/form-choices";

const isOn: FieldCondition = { path: "backup.enabled", equals: true };

export const backupSection: SettingsSection = {
  title: { en: "Backup", ko: "백업" },
  help: {
    en: "AWS Backup of the environment's tables, Aurora and buckets into an encrypted vault. It is separate from point-in-time recovery of the tables.",
    ko: "환경의 테이블, Aurora, 버킷을 암호화된 볼트에 백업합니다. 테이블의 특정 시점 복구와는 별개입니다.",
  },
  fields: [
    { path: "backup.enabled", kind: "switch", label: { en: "Backup plan", ko: "백업 계획" } },
    {
      path: "backup.hour",
      kind: "choice",
      label: { en: "Back up at", ko: "백업 시각" },
      choices: utcHourChoices,
      visibleWhen: [isOn],
    },
    {
      path: "backup.dailyRetentionDays",
      kind: "number",
      label: { en: "Keep daily backups for", ko: "일일 백업 보존 기간" },
      help: {
        en: "Each backup of a table is a full copy and is charged as one.",
        ko: "테이블 백업은 매번 전체 복사본이며 그만큼 과금됩니다.",
      },
      unit: DAYS,
      min: 1,
      max: 365,
      visibleWhen: [isOn],
    },
    {
      path: "backup.monthly",
      kind: "switch",
      label: { en: "Monthly backups too", ko: "월간 백업 추가" },
      visibleWhen: [isOn],
    },
    {
      path: "backup.monthlyRetentionDays",
      kind: "number",
      label: { en: "Keep monthly backups for", ko: "월간 백업 보존 기간" },
      unit: DAYS,
      min: 31,
      max: 3650,
      visibleWhen: [isOn, { path: "backup.monthly", equals: true }],
    },
    {
      path: "backup.locked",
      kind: "switch",
      label: { en: "Lock the vault", ko: "볼트 잠금" },
      help: {
        en: "Nobody can delete a backup early, and the vault stays when the environment is destroyed. Only administrators can remove the lock.",
        ko: "누구도 백업을 보존 기간 전에 삭제할 수 없으며 환경을 삭제해도 볼트가 남습니다. 잠금은 관리자만 해제할 수 있습니다.",
      },
      visibleWhen: [isOn],
    },
  ],
};
