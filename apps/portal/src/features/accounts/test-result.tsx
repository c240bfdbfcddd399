"use client";
import type { AccountCall, AccountTestView, ManagedAccount } from "@greenroom/accounts/schema";
import { RelativeTime } from "@greenroom/ui";
import { CircleCheck, CircleX, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";

/**
 * What the newest test found: that every call is let in, or which was refused, in AWS's words, and what to
 * do.
 */
export function TestResult({ account }: { account: ManagedAccount }) {
  const t = useTranslations("accounts.result");
  const { test } = account;
  return (
    <div role="status" className="grid gap-2">
      {test === null ? <p className="text-ink-muted">{t("none")}</p> : null}
      {test && test.finishedAt === null ? <UnderWay test={test} /> : null}
      {test?.finishedAt ? <Finished test={test} finishedAt={test.finishedAt} account={account} /> : null}
    </div>
  );
}

function UnderWay({ test }: { test: AccountTestView }) {
  const t = useTranslations("accounts.result");
  return (
    <p className="flex items-start gap-2">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-progress" />
      {t(test.startedAt === null ? "waiting" : "running")}
    </p>
  );
}

function Finished({
  test: { calls, workerArn },
  finishedAt,
  account: { accountId },
}: {
  test: AccountTestView;
  finishedAt: Date;
  account: ManagedAccount;
}) {
  const t = useTranslations("accounts.result");
  const refused = calls.filter(({ outcome }) => outcome !== "OK");
  const isFine = refused.length === 0 && calls.length > 0;
  const Icon = isFine ? CircleCheck : CircleX;
  const regions = new Set(calls.map(({ region }) => region)).size;
  return (
    <>
      <p className="flex items-start gap-2 font-medium">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isFine ? "text-good" : "text-bad"}`} />
        <span>
          {isFine
            ? t("fine", { calls: calls.length, regions, accountId })
            : t("refused", { count: refused.length })}{" "}
          <span className="font-normal text-ink-muted">
            <RelativeTime value={finishedAt} />
          </span>
        </span>
      </p>
      {workerArn ? (
        <p className="break-words text-ink-muted text-sm">{t("worker", { arn: workerArn })}</p>
      ) : null}
      {refused.length > 0 ? (
        <ul className="grid gap-3">
          {refused.map((call) => (
            <Refused key={`${call.region} ${call.call}`} call={call} workerArn={workerArn ?? "–"} />
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Refused({
  call: { call, region, says, remedy },
  workerArn,
}: {
  call: AccountCall;
  workerArn: string;
}) {
  const t = useTranslations("accounts.result");
  return (
    <li className="grid min-w-0 gap-1 border-bad border-l-2 pl-3">
      <p>
        <code className="font-mono text-sm">{call}</code> · {region}
      </p>
      {says ? <p className="break-words text-ink-muted text-sm">{says}</p> : null}
      {remedy ? <p className="break-words">{t(`remedies.${remedy}`, { call, region, workerArn })}</p> : null}
    </li>
  );
}
