"use client";
import { FilterSelect } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client";

/**
 * Narrows a list down to one team; absent while the reader has only one. A team the reader does not know
 * keeps its place.
 */
export function TeamFilter({
  value,
  onValueChange,
}: {
  value: string | null;
  onValueChange: (teamId: string | null) => void;
}) {
  const t = useTranslations("filters");
  const teams = useQuery(useTRPC().identity.teams.queryOptions()).data ?? [];
  if (teams.length <= 1) return null;
  const isUnknown = value !== null && teams.every(({ id }) => id !== value);
  return (
    <FilterSelect
      label={t("team")}
      anyLabel={t("anyTeam")}
      value={value}
      onValueChange={onValueChange}
      options={[
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ...(isUnknown ? [{ value, label: t("unknownTeam") }] : []),
      ]}
    />
  );
}
