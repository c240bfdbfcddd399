import type { LocalText } from "../../model/local-text";

/** The three managed node groups. A setting of a group is its key and the setting's name: "onDemandMin". */
export const NODE_GROUPS = [
  {
    key: "onDemand",
    logicalId: "OnDemandNodes",
    label: "on-demand",
    isTainted: false,
    name: { en: "Critical nodes", ko: "핵심 노드" },
    purpose: {
      en: "For what must not be interrupted: DNS, controllers, payment.",
      ko: "중단되면 안 되는 작업(DNS, 컨트롤러, 결제)용입니다.",
    },
  },
  {
    key: "mix",
    logicalId: "MixNodes",
    label: "mix",
    isTainted: false,
    name: { en: "General nodes", ko: "일반 노드" },
    purpose: {
      en: "For the services; several types, the first preferred.",
      ko: "서비스용이며 여러 유형 중 첫 번째를 우선합니다.",
    },
  },
  {
    key: "monitoring",
    logicalId: "MonitoringNodes",
    label: "monitoring",
    isTainted: true,
    name: { en: "Monitoring nodes", ko: "모니터링 노드" },
    purpose: {
      en: "Tainted: only monitoring runs there, so that it survives a flood of traffic.",
      ko: "테인트가 있어 모니터링만 실행되므로 트래픽이 몰려도 유지됩니다.",
    },
  },
] as const satisfies readonly {
  key: string;
  logicalId: string;
  label: string;
  isTainted: boolean;
  name: LocalText;
  purpose: LocalText;
}[];
export type NodeGroup = (typeof NODE_GROUPS)[number];
