import { EmptyState } from "@greenroom/ui";
import { Users } from "lucide-react";
import { useTranslations } from "next-intl";

/** What somebody sees who has signed in but belongs to no team yet. */
export function NoTeam({ name, email }: { name: string; email: string }) {
  const t = useTranslations("noTeam");
  return (
    <EmptyState icon={Users} title={t("title", { name })}>
      <h1 className="sr-only">{t("title", { name })}</h1>
      <p>{t("body", { email })}</p>
    </EmptyState>
  );
}
