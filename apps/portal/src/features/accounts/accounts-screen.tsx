"use client";
import type { ManagedAccount } from "@greenroom/accounts/schema";
import { Button, EmptyState, PageHeader, Skeleton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { AccountCard } from "./account-card";

const AccountDialog = dynamic(() => import("./account-dialog"));

/** How often the answer of a test is looked for. */
const TEST_POLL_MS = 1_000;
const isTesting = ({ test }: ManagedAccount) => test !== null && test.finishedAt === null;

/** The AWS accounts that environments are built in: the way into each, and whether it works. */
export function AccountsScreen() {
  const t = useTranslations("accounts");
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.accounts.list.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.some(isTesting) ? TEST_POLL_MS : false),
  });
  const [editing, setEditing] = useState<{ account: ManagedAccount | null } | null>(null);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          query.data ? (
            <Button variant="primary" onClick={() => setEditing({ account: null })}>
              <Plus aria-hidden />
              {t("add")}
            </Button>
          ) : null
        }
      />
      <QueryView query={query} skeleton={<Skeleton className="h-64" />}>
        {(accounts) =>
          accounts.length === 0 ? (
            <EmptyState icon={KeyRound} title={t("empty.title")}>
              {t("empty.body")}
            </EmptyState>
          ) : (
            <div className="grid min-w-0 gap-4">
              {accounts.map((account) => (
                <AccountCard
                  key={account.id}
                  account={account}
                  isTesting={isTesting(account)}
                  onChange={() => setEditing({ account })}
                />
              ))}
            </div>
          )
        }
      </QueryView>
      {editing ? <AccountDialog account={editing.account} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
