"use client";
import { blueprintText, getBlueprint } from "@greenroom/infra-templates/catalog";
import { EmptyState, PageHeader, PageSkeleton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc/client";
import { QueryView } from "../../../trpc/query-view";
import { CreateForm } from "./create-form";

/** The form that asks for a new environment of a blueprint. */
export function CreateScreen({ blueprint }: { blueprint: string }) {
  const t = useTranslations("form");
  const locale = useLocale();
  const trpc = useTRPC();
  const model = getBlueprint(blueprint);
  const query = useQuery({
    ...trpc.requests.formContext.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <PageHeader
        title={t("createTitle", { blueprint: blueprintText(model.title, locale) })}
        description={blueprintText(model.summary, locale)}
      />
      <QueryView query={query} skeleton={<PageSkeleton label={t("loading")} />}>
        {(context) =>
          context.teams.length === 0 ? (
            <EmptyState title={t("mayNot.title")}>{t("mayNot.body")}</EmptyState>
          ) : (
            <CreateForm model={model} context={context} />
          )
        }
      </QueryView>
    </>
  );
}
