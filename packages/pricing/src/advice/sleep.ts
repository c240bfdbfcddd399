import { awakeHours } from "../schema/hours";
import type { Advisor } from "./advice-subject";

/** 35.7 % of the week. */
const AWAKE = { hoursPerDay: 12, daysPerWeek: 5 };

/** An environment outside production that exists only while people work. Hourly charges end meanwhile; storage goes on. */
export const sleep: Advisor = ({ stage, stacks, environmentHours, resources }) => {
  const awake = awakeHours(AWAKE);
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
