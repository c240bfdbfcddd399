"use client";
import { Button } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/** Says that what was typed earlier came back, and offers an empty form. */
export function RestoredNote({ onStartOver }: { onStartOver: () => void }) {
  const t = useTranslations("form");
  return (
    <p
      role="status"
      className="flex flex-wrap items-center justify-between gap-2 rounded-lg border bg-surface px-3 py-2"
    >
      {t("restored")}
      <Button size="sm" onClick={onStartOver}>
        {t("startOver")}
      </Button>
    </p>
  );
}
