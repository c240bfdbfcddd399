import { HOURS_PER_MONTH } from "../components";
import type { Advisor } from "./advice-subject";

/** 12 hours on 5 of 7 days: 35.7 % of the week. */
const AWAKE_HOURS_A_WEEK = 12 * 5;
const HOURS_A_WEEK = 24 * 7;

/** An environment outside production that exists only while people work. Hourly charges end meanwhile; storage goes on. */
export const sleep: Advisor = ({ stage, stacks, environmentHours, resources }) => {
  const awake = (HOURS_PER_MONTH * AWAKE_HOURS_A_WEEK) / HOURS_A_WEEK;
  if (stage === "prod" || stacks.length === 0 || environmentHours <= awake) return [];
  return [
    {
      key: "sleep",
      title: {
        en: "Asleep outside 12 hours on 5 days a week (35.7 % of the hours)",
        ko: "주 5일 12시간 외에는 재우기(전체 시간의 35.7 %)",
      },
      risk: {
        en: "Nobody can use it at night and on weekends, waking takes as long as building what costs by the hour, and caches start empty.",
        ko: "밤과 주말에는 쓸 수 없고, 깨우는 데는 시간당 과금되는 자원을 다시 만드는 만큼 걸리며, 캐시는 비어 있습니다.",
      },
      resources: resources.slice(0, 0),
      after: { environmentHours: awake },
    },
  ];
};
