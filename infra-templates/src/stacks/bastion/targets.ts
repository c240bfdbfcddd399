import type { LocalText } from "../../model/local-text";
import { listTexts } from "../../model/local-text";
import type { Party } from "../../model/reaches";

/** What the bastion is for; a target that is off, or that a blueprint has not, is left out. */
export interface BastionTargets {
  data?: object;
  cache?: { enabled: boolean };
  cluster?: { enabled: boolean };
  aurora?: { enabled: boolean };
}

interface Target {
  to: Party;
  name: LocalText;
  isThere(spec: BastionTargets): boolean;
}

const TARGETS: readonly Target[] = [
  { to: "cache", name: { en: "the cache", ko: "캐시" }, isThere: ({ cache }) => cache?.enabled === true },
  { to: "database", name: { en: "Aurora", ko: "Aurora" }, isThere: ({ aurora }) => aurora?.enabled === true },
  { to: "tables", name: { en: "the tables", ko: "테이블" }, isThere: ({ data }) => data !== undefined },
  {
    to: "kubernetesApi",
    name: { en: "the Kubernetes API", ko: "Kubernetes API" },
    isThere: ({ cluster }) => cluster?.enabled === true,
  },
];

/** As the form says it: everything that it can reach. */
export const BASTION_REACHES = listTexts(TARGETS.map(({ name }) => name));

export const targetsOf = (spec: BastionTargets): Party[] =>
  TARGETS.filter(({ isThere }) => isThere(spec)).map(({ to }) => to);
