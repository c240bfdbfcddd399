"use client";
import { PageHeader } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NewEnvironmentButton } from "../../modules/environments/new-environment-button";
import { useTRPC } from "../../trpc/client";

/** The first page: what needs the reader, then what is theirs. The parts come from their concepts. */
export function HomeScreen({ needsMe, mine }: { needsMe: ReactNode; mine: ReactNode }) {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const me = useQuery(trpc.identity.me.queryOptions()).data;
  return (
    <>
      <PageHeader
        title={me ? t("title", { name: me.user.name }) : t("titleAnybody")}
        actions={<NewEnvironmentButton />}
      />
      <section aria-labelledby="needs-me" className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2 id="needs-me" className="font-semibold text-lg">
          {t("needsMe")}
        </h2>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-2">{needsMe}</div>
      </section>
      {mine}
    </>
  );
}
