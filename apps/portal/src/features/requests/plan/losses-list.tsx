"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Loss } from "./losses";

const NAMES_SHOWN = 4;

/** What is lost for good, said where somebody is about to decide it. */
export function LossesList({
  losses,
  isEnd,
  name,
}: {
  losses: readonly Loss[];
  isEnd: boolean;
  name: string;
}) {
  const t = useTranslations("decide.losses");
  const words = useTranslations("meanings");
  return (
    <section role="alert" className="grid gap-2 rounded-md bg-bad-soft p-3">
      <h3 className="flex items-center gap-2 font-medium text-bad">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {t(isEnd ? "end" : "change", { name })}
      </h3>
      {losses.length === 0 ? (
        <p>{t("nothing")}</p>
      ) : (
        <ul className="ml-4 grid list-disc gap-1">
          {losses.map(({ kind, action, names }) => (
            <li key={`${kind} ${action}`}>
              {words(`${kind}.${action}`)}{" "}
              <span className="break-words font-mono text-ink-muted text-xs">
                {names.slice(0, NAMES_SHOWN).join(", ")}
                {names.length > NAMES_SHOWN ? ` ${t("more", { count: names.length - NAMES_SHOWN })}` : ""}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
