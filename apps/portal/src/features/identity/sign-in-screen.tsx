"use client";
import type { Role } from "@greenroom/identity/schema";
import { Button, Card } from "@greenroom/ui";
import { KeyRound } from "lucide-react";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface Props {
  people: { subject: string; name: string; memberships: { teamName: string; role: Role }[] }[];
  /** Name of the configured provider; null without one. */
  ssoName: string | null;
  callbackUrl: string;
  error: string | null;
  /** With the error TooFast: when the next try may go through. */
  waitSeconds: number;
}

const ERROR_TEXTS: Record<string, "errors.denied" | "errors.tooFast"> = {
  AccessDenied: "errors.denied",
  TooFast: "errors.tooFast",
};

/** The way in: the company's sign-on, or in a demo one of the seeded people. */
export function SignInScreen({ people, ssoName, callbackUrl, error, waitSeconds }: Props) {
  const t = useTranslations("signIn");
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [isUnanswered, setUnanswered] = useState(false);
  const enter = (provider: string, subject?: string) => {
    setBusyWith(subject ?? provider);
    setUnanswered(false);
    signIn(provider, { subject, callbackUrl }).catch(() => {
      setBusyWith(null);
      setUnanswered(true);
    });
  };
  return (
    <main className="mx-auto grid w-full max-w-2xl flex-1 content-center gap-5 p-4">
      <div className="grid gap-1">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <p className="text-ink-muted">{t("subtitle")}</p>
      </div>
      {error || isUnanswered ? (
        <p role="alert" className="rounded-md bg-bad-soft p-3 text-bad">
          {isUnanswered
            ? t("errors.unanswered")
            : t(ERROR_TEXTS[error ?? ""] ?? "errors.failed", { seconds: waitSeconds })}
        </p>
      ) : null}
      {ssoName ? (
        <Button variant="primary" isBusy={busyWith === "oidc"} onClick={() => enter("oidc")}>
          <KeyRound aria-hidden />
          {t("with", { name: ssoName })}
        </Button>
      ) : null}
      {people.length > 0 ? (
        <Card title={t("demoTitle")}>
          <p className="mb-3 text-ink-muted">{t("demoHelp")}</p>
          <ul className="grid gap-2 sm:grid-cols-2">
            {people.map((person) => (
              <li key={person.subject}>
                <PersonCard
                  person={person}
                  isBusy={busyWith === person.subject}
                  onEnter={() => enter("demo", person.subject)}
                />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {!ssoName && people.length === 0 ? <p>{t("nothingConfigured")}</p> : null}
    </main>
  );
}

function PersonCard({
  person,
  isBusy,
  onEnter,
}: {
  person: Props["people"][number];
  isBusy: boolean;
  onEnter: () => void;
}) {
  const roles = useTranslations("roles");
  return (
    <button
      type="button"
      onClick={onEnter}
      aria-busy={isBusy || undefined}
      className="grid w-full gap-0.5 rounded-md border bg-surface p-3 text-left hover:border-accent hover:bg-sunken aria-busy:opacity-60"
    >
      <span className="font-medium">{person.name}</span>
      {person.memberships.map(({ teamName, role }) => (
        <span key={teamName} className="text-ink-muted text-sm">
          {roles(role)} · {teamName}
        </span>
      ))}
    </button>
  );
}
