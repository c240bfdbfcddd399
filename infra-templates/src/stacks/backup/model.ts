import { encryptionKey } from "../../model/outline-parts";
import { switchedOff } from "../../model/settings-model";
import type { StackModel } from "../../model/stack-model";
import { DAYS_PER_MONTH, moving } from "../../model/usage-value";
import type { TrafficSettings } from "../../traffic/settings";
import { backupSection } from "./form";
import { BACKUP_SIZES, type BackupSettings, backupSettings } from "./settings";

export interface BackupSpec {
  backup: BackupSettings;
  traffic: TrafficSettings;
}

export const backupModel = {
  key: "backup",
  settings: {
    key: "backup",
    schema: backupSettings.default(switchedOff(BACKUP_SIZES)),
    sizes: BACKUP_SIZES,
    section: backupSection,
  },
  title: { en: "Backup", ko: "백업" },
  summary: {
    en: "A backup plan for whatever of the environment holds data, into an encrypted vault",
    ko: "환경의 모든 데이터를 암호화된 볼트에 저장하는 백업 계획",
  },
  dependsOn: [],
  isOn: ({ backup }) => backup.enabled,
  outline: () => ({
    VaultKey: encryptionKey(),
    Vault: { Type: "AWS::Backup::BackupVault" },
  }),

  usage({ backup, traffic }) {
    const months = Math.floor(backup.monthlyRetentionDays / DAYS_PER_MONTH);
    const copies = backup.dailyRetentionDays + (backup.monthly ? months : 0);
    return {
      Vault: {
        monthly_dynamodb_backup_gb: moving(traffic.storageGb * copies, {
          en: `${copies} full copies of your figure for data in the tables; low is half, high is double`,
          ko: `입력한 테이블 데이터의 전체 복사본 ${copies}개이며 최저는 절반, 최고는 두 배입니다`,
        }),
      },
      VaultKey: {
        monthly_requests: moving(1000, {
          en: "1,000 requests; low is half, high is double",
          ko: "요청 1,000회이며 최저는 절반, 최고는 두 배입니다",
        }),
      },
    };
  },
} as const satisfies StackModel<BackupSpec>;
