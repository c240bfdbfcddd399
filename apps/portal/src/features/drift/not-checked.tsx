"use client";
import type { UncheckedResource } from "@greenroom/drift/schema";
import { useTranslations } from "next-intl";

/** Resources that nothing is known of, by their type and name: they are never counted as in sync. */
export function NotChecked({ resources }: { resources: readonly UncheckedResource[] }) {
  const t = useTranslations("drift");
  const types = [...new Set(resources.map(({ resourceType }) => resourceType))].sort();
  return (
    <details>
      <summary className="cursor-pointer text-ink-muted">
        {t("notChecked", { count: resources.length, types: types.length })}
      </summary>
      <p className="mt-2 text-ink-muted text-sm">{t("notCheckedWhy")}</p>
      <ul className="mt-2 grid gap-1 text-sm">
        {types.map((type) => (
          <li key={type} className="min-w-0 break-words">
            <code className="font-mono">{type}</code>{" "}
            <span className="text-ink-muted">
              {resources
                .filter(({ resourceType }) => resourceType === type)
                .map(({ stackKey, logicalId }) => `${stackKey}/${logicalId}`)
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
