"use client";
import type { EstimateInput } from "@greenroom/costs/schema";
import type { Advice } from "@greenroom/pricing/schema";
import { Money, Skeleton, useDebounced } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSay } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { Disclosure } from "./disclosure";

/** Advice prices every change it considers, so it waits longer than the price does for typing to rest. */
const REST_MS = 600;

/**
 * What would make it cheaper, with what each costs in risk; asked for when opened, and followed while it is
 * open.
 */
export function CostAdvice({
  input,
  isValid = true,
  isOpen: isOpenAtFirst = false,
}: {
  input: EstimateInput;
  isValid?: boolean;
  isOpen?: boolean;
}) {
  const t = useTranslations("advice");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const rested = useDebounced({ input, isValid }, REST_MS);
  const query = useQuery({
    ...trpc.costs.advice.queryOptions(rested.input, { trpc: { abortOnUnmount: true } }),
    enabled: isOpen && rested.isValid,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return (
    <Disclosure title={t("title")} isOpen={isOpen} onToggle={setOpen}>
      {isOpen && isValid ? (
        <QueryView query={query} skeleton={<Skeleton className="mt-2 h-16" />}>
          {(advice) => <AdviceList advice={advice} />}
        </QueryView>
      ) : null}
    </Disclosure>
  );
}

function AdviceList({ advice }: { advice: readonly Advice[] }) {
  const t = useTranslations("advice");
  if (advice.length === 0) return <p className="mt-2 text-ink-muted text-sm">{t("none")}</p>;
  return (
    <>
      <ul className="mt-2 grid gap-2 text-sm">
        {advice.map((one) => (
          <AdviceLine key={`${one.key} ${one.title.key}`} advice={one} />
        ))}
      </ul>
      <p className="mt-2 text-ink-muted text-sm">{t("note")}</p>
    </>
  );
}

function AdviceLine({ advice }: { advice: Advice }) {
  const t = useTranslations("advice");
  const say = useSay();
  const title = say(advice.title);
  const { expected, high } = advice.savesMonthlyUsd;
  const isSure = Number(expected) > 0;
  const amount = () => <Money usd={isSure ? expected : high} className="font-medium" />;
  const line = isSure ? "saves" : Number(high) > 0 ? "savesUpTo" : "unmeasured";
  return (
    <li>
      {t.rich(line, { title, amount })} {advice.from ? t("from", { date: advice.from }) : null}
      <span className="block text-ink-muted">{t("risk", { risk: say(advice.risk) })}</span>
    </li>
  );
}
