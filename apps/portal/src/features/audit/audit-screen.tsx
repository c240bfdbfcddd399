"use client";
import { AUDIT_ACTION_NAMES, AUDIT_SUBJECT_TYPES, type AuditEventView } from "@greenroom/audit/schema";
import {
  Badge,
  Button,
  EmptyState,
  ExactTime,
  PageHeader,
  Select,
  Table,
  TableSkeleton,
  Td,
  Th,
  Tr,
} from "@greenroom/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ScrollText, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useUrlFilters } from "../../components/use-url-filters";
import { useWords } from "../../i18n/use-error-text";
import { byCursor } from "../../trpc/by-cursor";
import { useTRPC } from "../../trpc/client";
import { LoadMore } from "../../trpc/load-more";
import { QueryView } from "../../trpc/query-view";
import { readAuditFilters } from "./audit-filters";
import { FiguresText } from "./figures-text";
import { SubjectLink, useActionText } from "./subject-link";
import { VerifyChain } from "./verify-chain";

const ANY = "any";

/** Every decision and change, newest first, and whether the chain of them is whole. */
export function AuditScreen() {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const [params, setFilters] = useUrlFilters();
  const query = useInfiniteQuery(trpc.audit.list.infiniteQueryOptions(readAuditFilters(params), byCursor));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={<VerifyChain />} />
      <Filters params={params} setFilters={setFilters} />
      <QueryView query={query} skeleton={<TableSkeleton rows={10} label={t("loading")} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return rows.length === 0 ? (
            <EmptyState icon={ScrollText} title={t(params.size > 0 ? "emptyFiltered.title" : "empty.title")}>
              {t(params.size > 0 ? "emptyFiltered.body" : "empty.body")}
            </EmptyState>
          ) : (
            <div>
              <AuditTable rows={rows} onActor={(actorId) => setFilters({ actor: actorId })} />
              <LoadMore query={query} />
            </div>
          );
        }}
      </QueryView>
    </>
  );
}

function Filters({
  params,
  setFilters,
}: {
  params: URLSearchParams;
  setFilters: (patch: Record<string, string | null>) => void;
}) {
  const t = useTranslations("audit");
  const actionText = useActionText();
  const trpc = useTRPC();
  const teams = useQuery(trpc.identity.teams.queryOptions()).data ?? [];
  const choose = (name: string) => (value: string) => setFilters({ [name]: value === ANY ? null : value });
  return (
    <search className="flex flex-wrap items-center gap-2">
      <Select
        aria-label={t("columns.action")}
        className="w-auto"
        value={params.get("action") ?? ANY}
        onValueChange={choose("action")}
        options={[
          { value: ANY, label: t("anyAction") },
          ...AUDIT_ACTION_NAMES.map((value) => ({ value: value as string, label: actionText(value) })),
        ]}
      />
      <Select
        aria-label={t("columns.subject")}
        className="w-auto"
        value={params.get("subject") ?? ANY}
        onValueChange={choose("subject")}
        options={[
          { value: ANY, label: t("anySubject") },
          ...AUDIT_SUBJECT_TYPES.map((value) => ({ value: value as string, label: t(`subjects.${value}`) })),
        ]}
      />
      {teams.length > 1 ? (
        <Select
          aria-label={t("team")}
          className="w-auto"
          value={params.get("team") ?? ANY}
          onValueChange={choose("team")}
          options={[
            { value: ANY, label: t("anyTeam") },
            ...teams.map((team) => ({ value: team.id, label: team.name })),
          ]}
        />
      ) : null}
      {params.size > 0 ? (
        <Button
          variant="ghost"
          onClick={() => setFilters(Object.fromEntries([...params.keys()].map((name) => [name, null])))}
        >
          <X aria-hidden />
          {t("clear")}
        </Button>
      ) : null}
    </search>
  );
}

function AuditTable({
  rows,
  onActor,
}: {
  rows: readonly AuditEventView[];
  onActor: (actorId: string) => void;
}) {
  const t = useTranslations("audit");
  const words = useWords();
  const actionText = useActionText();
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th isNumeric>{t("columns.number")}</Th>
          <Th>{t("columns.at")}</Th>
          <Th>{t("columns.actor")}</Th>
          <Th>{t("columns.action")}</Th>
          <Th>{t("columns.subject")}</Th>
          <Th>{t("columns.reason")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.sequence}>
            <Td isNumeric className="text-ink-muted">
              {row.sequence}
            </Td>
            <Td>
              <ExactTime value={row.at} />
            </Td>
            <Td className="whitespace-nowrap">
              {row.actorId ? (
                <button
                  type="button"
                  className="hover:text-accent hover:underline"
                  aria-label={t("onlyActor", { name: row.actorName })}
                  onClick={() => onActor(row.actorId ?? "")}
                >
                  {row.actorName}
                </button>
              ) : (
                <Badge>{row.actorName}</Badge>
              )}
            </Td>
            <Td className="min-w-44">
              {actionText(row.action)}
              <FiguresText event={row} />
            </Td>
            <Td className="whitespace-nowrap">
              <SubjectLink type={row.subjectType} id={row.subjectId} name={row.subjectName} />
            </Td>
            <Td className="min-w-48 text-ink-muted">
              {row.reason ? words({ message: row.reason, ...row.said }) : "–"}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
