"use client";
import { LinkButton } from "@greenroom/ui";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";

/** Leads to the catalog, where every new environment begins. */
export function NewEnvironmentButton() {
  const t = useTranslations("environments");
  return (
    <LinkButton variant="primary" href="/catalog">
      <Plus aria-hidden />
      {t("new")}
    </LinkButton>
  );
}
