import type { SettingsSection } from "../../model/form";
import { BASTION_TYPES } from "./settings";
import { BASTION_REACHES } from "./targets";

const whenOn = [{ path: "bastion.enabled", equals: true }];

export const bastionSection: SettingsSection = {
  title: { en: "Bastion", ko: "배스천" },
  help: {
    en: `A small Amazon Linux machine inside the network, from where people reach ${BASTION_REACHES.en}, as far as the environment has them. It reads tables, passwords and the cluster's workloads, and changes none of them.`,
    ko: `네트워크 안의 소형 Amazon Linux 서버입니다. 환경에 있는 ${BASTION_REACHES.ko}에 여기에서 접근합니다. 테이블, 비밀번호, 클러스터 워크로드를 읽기만 하며 변경하지 않습니다.`,
  },
  fields: [
    {
      path: "bastion.enabled",
      kind: "switch",
      label: { en: "Bastion", ko: "배스천 사용" },
    },
    {
      path: "bastion.sshCidrs",
      kind: "list",
      label: { en: "Networks allowed to use SSH", ko: "SSH를 허용할 네트워크" },
      help: {
        en: "One per line, such as 203.0.113.0/24. Empty is safest: people come in by Session Manager, without a key, a password or an open port, and every session is logged by AWS. Naming a network gives the machine a public address. The first network named, or the last removed, replaces the machine.",
        ko: "203.0.113.0/24처럼 한 줄에 하나씩 입력합니다. 비워 두는 것이 가장 안전하며, 이때는 키나 비밀번호, 열린 포트 없이 Session Manager로 접속하고 모든 세션이 AWS에 기록됩니다. 네트워크를 지정하면 퍼블릭 주소가 생깁니다. 첫 네트워크를 추가하거나 마지막 것을 지우면 서버가 교체됩니다.",
      },
      visibleWhen: whenOn,
    },
    {
      path: "bastion.instanceType",
      kind: "choice",
      label: { en: "Machine type", ko: "인스턴스 유형" },
      choices: BASTION_TYPES.map((value) => ({ value, label: { en: value, ko: value } })),
      visibleWhen: whenOn,
    },
    {
      path: "bastion.diskGb",
      kind: "number",
      label: { en: "Disk", ko: "디스크" },
      help: {
        en: "Encrypted. A change replaces the machine, and what was on it is lost.",
        ko: "암호화됩니다. 값을 바꾸면 서버가 교체되고 저장된 내용은 삭제됩니다.",
      },
      unit: { en: "GB", ko: "GB" },
      min: 8,
      max: 200,
      isFixedAfterCreate: true,
      visibleWhen: whenOn,
    },
  ],
};
