import type { FormSection } from "../../blueprint";
import { DAYS } from "../../form-choices";

export const dataSection: FormSection = {
  key: "data",
  title: { en: "Data", ko: "데이터" },
  help: {
    en: "Six DynamoDB tables, encrypted, paid per request.",
    ko: "요청 단위로 과금되는 암호화된 DynamoDB 테이블 6개입니다.",
  },
  fields: [
    {
      path: "data.pointInTimeRecovery",
      kind: "switch",
      label: { en: "Point-in-time recovery", ko: "특정 시점 복구" },
      help: {
        en: "Restores a table to any second of the recovery period, into a new table.",
        ko: "복구 기간 내 임의의 시점으로 새 테이블에 복원할 수 있습니다.",
      },
    },
    {
      path: "data.recoveryDays",
      kind: "number",
      label: { en: "Recovery period", ko: "복구 기간" },
      unit: DAYS,
      min: 1,
      max: 35,
      visibleWhen: [{ path: "data.pointInTimeRecovery", equals: true }],
    },
    {
      path: "data.deletionProtection",
      kind: "switch",
      label: { en: "Deletion protection", ko: "삭제 보호" },
      help: {
        en: "AWS refuses to delete the tables; destroying the environment leaves them behind.",
        ko: "AWS가 테이블 삭제를 거부하며, 환경을 삭제해도 테이블은 남습니다.",
      },
    },
  ],
};
