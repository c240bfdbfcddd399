"use client";
import type { EstimateInput } from "@greenroom/costs/schema";
import { isAtLeast, type SleepSchedule } from "@greenroom/pricing/schema";
import { Field, Select, useDebounced } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Disclosure } from "../../../modules/costs/disclosure";
import { MonthlyCost } from "../../../modules/costs/monthly-cost";
import { useTRPC } from "../../../trpc/client";

const REST_MS = 600;
const HOURS = [8, 10, 12, 16, 24];
const DAYS = [1, 2, 3, 4, 5, 6, 7];

/**
 * What the form's environment would cost if it existed only at times; nothing is put to sleep by it. Asked
 * for when opened.
 */
export function CostIfStopped({ input, isValid }: { input: EstimateInput; isValid: boolean }) {
  const t = useTranslations("price.sleep");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const [awake, setAwake] = useState<SleepSchedule>({ hoursPerDay: 10, daysPerWeek: 5 });
  const rested = useDebounced({ input, isValid }, REST_MS);
  const { data } = useQuery({
    ...trpc.costs.estimate.queryOptions({ ...rested.input, awake }, { trpc: { abortOnUnmount: true } }),
    enabled: isOpen && rested.isValid,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return (
    <Disclosure title={t("title")} isOpen={isOpen} onToggle={setOpen}>
      <div className="mt-2 grid grid-cols-2 gap-2">
        <Field label={t("hours")}>
          {(control) => (
            <Select
              {...control}
              value={awake.hoursPerDay}
              onValueChange={(hoursPerDay) => setAwake({ ...awake, hoursPerDay })}
              options={HOURS.map((value) => ({ value, label: String(value) }))}
            />
          )}
        </Field>
        <Field label={t("days")}>
          {(control) => (
            <Select
              {...control}
              value={awake.daysPerWeek}
              onValueChange={(daysPerWeek) => setAwake({ ...awake, daysPerWeek })}
              options={DAYS.map((value) => ({ value, label: String(value) }))}
            />
          )}
        </Field>
      </div>
      {isOpen && isValid && data ? (
        <p className="mt-2" role="status">
          {t.rich("result", {
            cost: () => (
              <MonthlyCost
                usd={data.monthlyUsd.expected}
                isAtLeast={isAtLeast(data)}
                className="font-semibold"
              />
            ),
          })}
        </p>
      ) : null}
      <p className="mt-1 text-ink-muted text-sm">{t("note")}</p>
    </Disclosure>
  );
}
