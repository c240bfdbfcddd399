import { message } from "@greenroom/messages";
import { awakeHours } from "../schema/hours";
import type { Advisor } from "./advice-subject";

/** 35.7 % of the week. */
const AWAKE = { hoursPerDay: 12, daysPerWeek: 5 };

/**
 * An environment outside production that exists only while people work. Hourly charges end meanwhile; storage
 * goes on.
 */
export const sleep: Advisor = ({ stage, stacks, environmentHours, resources }) => {
  const awake = awakeHours(AWAKE);
  if (stage === "prod" || stacks.length === 0 || environmentHours <= awake) return [];
  return [
    {
      key: "sleep",
      title: message("pricing.advice.sleep.title"),
      risk: message("pricing.advice.sleep.risk"),
      resources: resources.slice(0, 0),
      after: { environmentHours: awake },
    },
  ];
};
