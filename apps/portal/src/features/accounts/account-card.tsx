"use client";
import type { ManagedAccount } from "@greenroom/accounts/schema";
import { Button, Card, CopyText, KeyValue } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil, PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";
import { RoleGuide } from "./role-guide";
import { TestResult } from "./test-result";

export function AccountCard({
  account,
  isTesting,
  onChange,
}: {
  account: ManagedAccount;
  isTesting: boolean;
  onChange: () => void;
}) {
  const t = useTranslations("accounts");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const test = useMutation(
    trpc.accounts.test.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.accounts.pathKey() }),
    }),
  );
  const { name, accountId, regions, roleArn, externalId, grafanaUrl, environmentCount } = account;
  return (
    <Card
      title={`${name} (${accountId})`}
      aside={
        <div className="flex flex-wrap gap-2">
          <Button size="sm" aria-label={t("changeOf", { name })} onClick={onChange}>
            <Pencil aria-hidden />
            {t("change")}
          </Button>
          <Button
            size="sm"
            aria-label={t("testOf", { name })}
            isBusy={test.isPending || isTesting}
            onClick={() => test.mutate({ id: account.id })}
          >
            <PlugZap aria-hidden />
            {t("test")}
          </Button>
        </div>
      }
    >
      <div className="grid gap-4">
        <KeyValue
          items={[
            {
              key: "wayIn",
              label: t("wayIn"),
              value: roleArn ? <CopyText text={roleArn} /> : t("ownCredentials"),
            },
            ...(roleArn
              ? [{ key: "externalId", label: t("externalId"), value: <CopyText text={externalId} /> }]
              : []),
            {
              key: "grafana",
              label: t("grafana"),
              value: grafanaUrl ? <CopyText text={grafanaUrl} /> : t("noGrafana"),
            },
            { key: "regions", label: t("regions"), value: regions.join(", ") },
            { key: "environments", label: t("environments"), value: environmentCount },
          ]}
        />
        {test.error ? (
          <p role="alert" className="text-bad">
            {errorText(test.error)}
          </p>
        ) : null}
        <TestResult account={account} />
        {roleArn ? <RoleGuide account={account} roleArn={roleArn} /> : null}
      </div>
    </Card>
  );
}
