import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";

/** Said on every page while nothing here touches a real AWS account. */
export function SandboxBanner() {
  const t = useTranslations("shell");
  return (
    <aside
      aria-label={t("sandboxLabel")}
      className="sticky top-0 z-40 flex h-(--banner) items-center justify-center gap-1.5 bg-attention-soft px-3 text-center font-medium text-attention text-xs"
    >
      <FlaskConical aria-hidden className="size-3.5 shrink-0" />
      {t("sandbox")}
    </aside>
  );
}
