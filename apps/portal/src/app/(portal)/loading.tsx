import { PageSkeleton } from "@greenroom/ui";
import { useTranslations } from "next-intl";

export default function Loading() {
  const t = useTranslations("states");
  return <PageSkeleton label={t("loading")} />;
}
