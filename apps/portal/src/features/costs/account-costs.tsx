"use client";
import type { AccountChargeView, AccountCostsView, CostDashboardInput } from "@greenroom/costs/schema";
import { componentMessage, unitMessage } from "@greenroom/pricing/schema";
import { Badge, Money, Skeleton, Table, Td, TextLink, Th, Tr } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSay } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { CostSection } from "./cost-tables";
import { formatQuantity } from "./format-quantity";

const FRESH_MS = 300_000;

type Figures = Pick<AccountCostsView, "estimatedUsd" | "beforeFreeTierUsd" | "afterUsd" | "discountedUsd">;

/**
 * What environments are expected to cost when their account's price tiers and free tiers are shared, as AWS
 * bills them.
 */
export function AccountCosts({ filters: { teamId, stage } }: { filters: CostDashboardInput }) {
  const t = useTranslations("costs.accounts");
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.costs.accounts.queryOptions({ teamId, stage }),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-40" />}>
      {({ accounts, walkedCount, environmentCount }) => (
        <CostSection title={t("title")} note={t("note")}>
          {accounts.length === 0 ? <p>{t("none")}</p> : null}
          {accounts.map((account) => (
            <Account key={account.accountId} account={account} />
          ))}
          {walkedCount < environmentCount ? (
            <p className="text-ink-muted text-sm">
              {t("ofSome", { count: walkedCount, total: environmentCount })}
            </p>
          ) : null}
        </CostSection>
      )}
    </QueryView>
  );
}

function Account({ account }: { account: AccountCostsView }) {
  const t = useTranslations("costs.accounts");
  const { name, accountId, environments, rest, charges, others } = account;
  const label = `${name} (${accountId})`;
  return (
    <section className="grid min-w-0 gap-3 pt-2">
      <h3 className="font-medium">{label}</h3>
      <FigureTable label={t("environmentsOf", { account: label })} head={t("environment")} total={account}>
        {environments.map(({ environmentId, environmentName, ...figures }) => (
          <Tr key={environmentId}>
            <Td className="min-w-36">
              <TextLink href={`/environments/${environmentId}`}>{environmentName}</TextLink>
            </Td>
            <Amounts figures={figures} />
          </Tr>
        ))}
        <RestRow rest={rest} />
      </FigureTable>
      <FigureTable label={t("chargesOf", { account: label })} head={t("charge")} total={account}>
        {charges.map((charge) => (
          <ChargeRow key={charge.id} charge={charge} />
        ))}
        <Tr>
          <Td className="text-ink-muted">{t("otherCharges")}</Td>
          <Amounts figures={others} />
        </Tr>
      </FigureTable>
    </section>
  );
}

function FigureTable({
  label,
  head,
  total,
  children,
}: {
  label: string;
  head: string;
  total: Figures;
  children: ReactNode;
}) {
  const t = useTranslations("costs.accounts");
  const hasDiscounts = total.discountedUsd !== total.afterUsd;
  return (
    // Its last column says something only where there is a discount.
    <Table label={label} className={hasDiscounts ? undefined : "[&_tr>*:last-child]:hidden"}>
      <thead>
        <tr>
          <Th>{head}</Th>
          <Th isNumeric className="hidden sm:table-cell">
            {t("estimated")}
          </Th>
          <Th isNumeric>{t("before")}</Th>
          <Th isNumeric>{t("after")}</Th>
          <Th isNumeric>{t("discounted")}</Th>
        </tr>
      </thead>
      <tbody>
        {children}
        <Tr className="font-medium">
          <Td>{t("total")}</Td>
          <Amounts figures={total} />
        </Tr>
      </tbody>
    </Table>
  );
}

function Amounts({ figures }: { figures: Figures }) {
  return (
    <>
      <Td isNumeric className="hidden sm:table-cell">
        <Money usd={figures.estimatedUsd} />
      </Td>
      <Td isNumeric>
        <Money usd={figures.beforeFreeTierUsd} />
      </Td>
      <Td isNumeric>
        <Money usd={figures.afterUsd} />
      </Td>
      <Td isNumeric>
        <Money usd={figures.discountedUsd} />
      </Td>
    </>
  );
}

function RestRow({ rest }: { rest: AccountCostsView["rest"] }) {
  const t = useTranslations("costs");
  if (!rest) return null;
  return (
    <Tr>
      <Td className="text-ink-muted">{t("others", { count: rest.count })}</Td>
      <Amounts figures={rest} />
    </Tr>
  );
}

/** A charge, how much of it is free, and below it who takes how much of it. */
function ChargeRow({ charge }: { charge: AccountChargeView }) {
  const t = useTranslations("costs.accounts");
  const costs = useTranslations("costs");
  const byRule = useTranslations("discounts");
  const say = useSay();
  const quantityText = useQuantityText(charge);
  const { name, service, region, quantity, free, discounts, shares, rest, isPartlyUnpriced } = charge;
  return (
    <Tr>
      <Td className="min-w-32">
        {say(componentMessage(name))}{" "}
        {isPartlyUnpriced ? <Badge tone="attention">{costs("components.unpriced")}</Badge> : null}
        <div className="text-ink-muted text-xs">
          {service} · {region} · {quantityText(quantity)}
        </div>
        {free ? (
          <div className="text-ink-muted text-xs">
            {t(`free.${free.scope}`, { quantity: quantityText(free.quantity) })}
          </div>
        ) : null}
        {discounts.map((rule) => (
          <div key={rule.name} className="text-ink-muted text-xs">
            {byRule("byRule", { name: rule.name, percent: rule.percent, owner: rule.ownerName })}
          </div>
        ))}
        <details className="mt-1 text-xs">
          <summary className="cursor-pointer">
            {t("shares", { count: shares.length + (rest?.count ?? 0) })}
          </summary>
          <ul className="mt-1 grid gap-0.5">
            {shares.map((share) => (
              <li key={share.environmentId}>
                {share.environmentName}: {quantityText(share.quantity)},{" "}
                <Money usd={share.beforeFreeTierUsd} /> → <Money usd={share.discountedUsd} />
              </li>
            ))}
            {rest ? (
              <li>
                {costs("others", { count: rest.count })}: <Money usd={rest.beforeFreeTierUsd} /> →{" "}
                <Money usd={rest.discountedUsd} />
              </li>
            ) : null}
          </ul>
        </details>
      </Td>
      <Amounts figures={charge} />
    </Tr>
  );
}

function useQuantityText({ unit }: AccountChargeView): (quantity: string) => string {
  const locale = useLocale();
  const say = useSay();
  return (quantity) => formatQuantity(quantity, say(unitMessage(unit)), locale);
}
