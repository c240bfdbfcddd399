"use client";
import type { ManagedAccount } from "@greenroom/accounts/schema";
import { CopyButton } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/** How the role comes to be: one command over the template that Greenroom brings along. */
export function RoleGuide({ account, roleArn }: { account: ManagedAccount; roleArn: string }) {
  const t = useTranslations("accounts.guide");
  const { externalId, regions, test } = account;
  const command = [
    "aws cloudformation deploy --stack-name access-for-greenroom",
    "--template-file docs/greenroom-access.yaml --capabilities CAPABILITY_NAMED_IAM",
    `--region ${regions[0]}`,
    `--parameter-overrides RoleName=${roleArn.slice(roleArn.lastIndexOf("/") + 1)}`,
    `WorkerArn=${trustedArn(test?.workerArn) ?? t("workerArn")} ExternalId=${externalId}`,
  ].join(" \\\n  ");
  return (
    <details className="min-w-0">
      <summary className="cursor-pointer text-ink-muted">{t("title")}</summary>
      <div className="mt-2 grid min-w-0 justify-items-start gap-2">
        <p>{t("body")}</p>
        <pre className="max-w-full whitespace-pre-wrap break-all rounded-md bg-sunken p-3 font-mono text-sm">
          {command}
        </pre>
        <CopyButton text={command} label={t("copy")} />
      </div>
    </details>
  );
}

/**
 * A role's session is trusted by its role: arn:aws:sts::1:assumed-role/x/session is arn:aws:iam::1:role/x.
 */
function trustedArn(workerArn: string | null | undefined): string | null {
  if (!workerArn) return null;
  const [, partition, account, role] =
    /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(workerArn) ?? [];
  return role ? `arn:${partition}:iam::${account}:role/${role}` : workerArn;
}
