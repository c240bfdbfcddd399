import { EmptyState, LinkButton } from "@greenroom/ui";
import { Compass } from "lucide-react";
import { useTranslations } from "next-intl";

/** An address that leads nowhere, or to something the reader may not see. */
export function NotFoundScreen() {
  const t = useTranslations("states");
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-3 p-4">
      <h1 className="font-semibold text-xl">{t("notFoundHeading")}</h1>
      <EmptyState icon={Compass} title={t("notFound")} action={<LinkButton href="/">{t("home")}</LinkButton>}>
        {t("notFoundBody")}
      </EmptyState>
    </div>
  );
}
