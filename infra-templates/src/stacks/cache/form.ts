import type { FieldCondition, FormField, SettingsSection } from "../../model/form";
import { DAYS, retentionChoices, utcHourChoices, weekdayChoices } from "../../model/form-choices";
import { NODE_TYPE_NAMES, NODE_TYPES } from "./node-types";
import { CACHE_ENGINE_NAMES, MAX_SHARDS } from "./settings";

const isOn: FieldCondition = { path: "cache.enabled", equals: true };
const isAutoscaled: FieldCondition = { path: "cache.autoscaling", equals: true };
const ENGINE_TITLES = { redis: "Redis OSS", valkey: "Valkey" };

const engineChoices: FormField["choices"] = CACHE_ENGINE_NAMES.map((value) => {
  const [engine = "", version = ""] = value.split("-");
  const title = `${ENGINE_TITLES[engine as keyof typeof ENGINE_TITLES]} ${version}`;
  return { value, label: { en: title, ko: title } };
});
const nodeChoices: FormField["choices"] = NODE_TYPE_NAMES.map((value) => {
  const label = `${value} (${NODE_TYPES[value].memoryGib} GiB)`;
  return { value, label: { en: label, ko: label } };
});

const shapeFields: readonly FormField[] = [
  {
    path: "cache.engine",
    kind: "choice",
    label: { en: "Engine", ko: "엔진" },
    help: {
      en: "Valkey is compatible with Redis 7 and its nodes cost a fifth less.",
      ko: "Valkey는 Redis 7과 호환되며 노드 비용이 20% 저렴합니다.",
    },
    choices: engineChoices,
    visibleWhen: [isOn],
    isFixedAfterCreate: true,
  },
  {
    path: "cache.nodeType",
    kind: "choice",
    label: { en: "Node type", ko: "노드 유형" },
    help: {
      en: "Measured at 10,000 requests a second: t3.micro stood at 54 % CPU and up to 90 % memory, unstable; m7g.xlarge at 20 % and 10 %.",
      ko: "초당 10,000건에서 t3.micro는 CPU 54%, 메모리 최대 90%로 불안정했고 m7g.xlarge는 20%, 10%였습니다.",
    },
    choices: nodeChoices,
    visibleWhen: [isOn],
  },
  {
    path: "cache.shards",
    kind: "number",
    label: { en: "Shards", ko: "샤드 수" },
    help: {
      en: "Keys are spread over the shards; each is a node and its replicas.",
      ko: "키는 샤드에 나뉘어 저장되며 샤드마다 노드와 복제본이 있습니다.",
    },
    min: 1,
    max: MAX_SHARDS,
    visibleWhen: [isOn],
  },
  {
    path: "cache.replicas",
    kind: "number",
    label: { en: "Replicas per shard", ko: "샤드당 복제본 수" },
    help: {
      en: "Each costs as much as the first node of the shard. Without one, a lost node is lost data.",
      ko: "복제본마다 샤드의 첫 노드와 같은 비용이 듭니다. 복제본이 없으면 노드 장애 시 데이터를 잃습니다.",
    },
    min: 0,
    max: 5,
    visibleWhen: [isOn],
    isFixedAfterCreate: true,
  },
  {
    path: "cache.multiAz",
    kind: "switch",
    label: { en: "Spread over zones (Multi-AZ)", ko: "다중 AZ" },
    help: { en: "Needs at least one replica.", ko: "복제본이 1개 이상 필요합니다." },
    visibleWhen: [isOn],
  },
];

const scalingFields: readonly FormField[] = [
  {
    path: "cache.autoscaling",
    kind: "switch",
    label: { en: "Autoscaling of shards", ko: "샤드 자동 확장" },
    help: {
      en: "Keeps the engine's CPU at 70 %. Node types large, xlarge and 2xlarge of m6g, m7g, r6g, r6gd and r7g only.",
      ko: "엔진 CPU를 70%로 유지합니다. m6g, m7g, r6g, r6gd, r7g의 large, xlarge, 2xlarge에서만 가능합니다.",
    },
    visibleWhen: [isOn],
  },
  {
    path: "cache.minShards",
    kind: "number",
    label: { en: "Minimum shards", ko: "최소 샤드 수" },
    min: 1,
    max: MAX_SHARDS,
    visibleWhen: [isOn, isAutoscaled],
  },
  {
    path: "cache.maxShards",
    kind: "number",
    label: { en: "Maximum shards", ko: "최대 샤드 수" },
    help: { en: "The highest price counts these.", ko: "가격의 최고값은 이 수를 기준으로 합니다." },
    min: 1,
    max: MAX_SHARDS,
    visibleWhen: [isOn, isAutoscaled],
  },
];

const careFields: readonly FormField[] = [
  {
    path: "cache.snapshotDays",
    kind: "number",
    label: { en: "Keep daily snapshots for", ko: "일일 스냅샷 보존 기간" },
    help: { en: "0 takes none. One is free.", ko: "0이면 스냅샷을 만들지 않습니다. 1개는 무료입니다." },
    unit: DAYS,
    min: 0,
    max: 35,
    visibleWhen: [isOn],
  },
  {
    path: "cache.snapshotHour",
    kind: "choice",
    label: { en: "Snapshot window", ko: "스냅샷 시간대" },
    help: {
      en: "Choose a quiet hour; the weekly maintenance follows two hours later.",
      ko: "한가한 시간을 선택하세요. 주간 유지 관리는 2시간 뒤에 시작합니다.",
    },
    choices: utcHourChoices,
    visibleWhen: [isOn],
  },
  {
    path: "cache.maintenanceDay",
    kind: "choice",
    label: { en: "Maintenance day", ko: "유지 관리 요일" },
    choices: weekdayChoices,
    visibleWhen: [isOn],
  },
  {
    path: "cache.logRetentionDays",
    kind: "choice",
    label: { en: "Keep logs for", ko: "로그 보존 기간" },
    choices: retentionChoices,
    visibleWhen: [isOn],
  },
];

/** All but the switch: for blueprints whose cache is always there. */
export const cacheShapeFields: readonly FormField[] = [...shapeFields, ...scalingFields, ...careFields];

export const cacheSection: SettingsSection = {
  title: { en: "Cache", ko: "캐시" },
  help: {
    en: "Redis or Valkey in cluster mode: encrypted, with a password, reachable from the application tier and the bastion only.",
    ko: "클러스터 모드의 Redis 또는 Valkey입니다. 암호화되고 비밀번호가 있으며, 애플리케이션 계층과 배스천에서만 접근할 수 있습니다.",
  },
  fields: [
    { path: "cache.enabled", kind: "switch", label: { en: "Cache", ko: "캐시" } },
    ...cacheShapeFields,
  ],
};
