"use client";
import { Button } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/** Reads the next part of a list; absent when there is none. */
export function LoadMore({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const t = useTranslations("states");
  if (!query.hasNextPage) return null;
  return (
    <div className="mt-3 flex justify-center">
      <Button isBusy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {t("loadMore")}
      </Button>
    </div>
  );
}
