"use client";
import { AUDIT_ACTION_NAMES, AUDIT_SUBJECT_TYPES, type AuditEventView } from "@greenroom/audit/schema";
import {
  Badge,
  EmptyState,
  ExactTime,
  FilterBar,
  FilterSelect,
  PageHeader,
  Table,
  TableSkeleton,
  Td,
  Th,
  Tr,
} from "@greenroom/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useSay } from "../../i18n/use-error-text";
import { isFiltered } from "../../modules/filters/is-filtered";
import { TeamFilter } from "../../modules/filters/team-filter";
import { byCursor } from "../../trpc/by-cursor";
import { useTRPC } from "../../trpc/client";
import { LoadMore } from "../../trpc/load-more";
import { QueryView } from "../../trpc/query-view";
import { AUDIT_FILTERS, type AuditFilters, auditInputOf } from "./audit-filters";
import { FiguresText } from "./figures-text";
import { SubjectLink, useActionText } from "./subject-link";
import { VerifyChain } from "./verify-chain";

/** Every decision and change, newest first, and whether the chain of them is whole. */
export function AuditScreen() {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(AUDIT_FILTERS);
  const query = useInfiniteQuery(trpc.audit.list.infiniteQueryOptions(auditInputOf(filters), byCursor));
  const empty = isFiltered(filters) ? "emptyFiltered" : "empty";
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={<VerifyChain />} />
      <Filters filters={filters} setFilters={setFilters} />
      <QueryView query={query} skeleton={<TableSkeleton rows={10} label={t("loading")} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return rows.length === 0 ? (
            <EmptyState icon={ScrollText} title={t(`${empty}.title`)}>
              {t(`${empty}.body`)}
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
  filters,
  setFilters,
}: {
  filters: AuditFilters;
  setFilters: (patch: Partial<AuditFilters> | null) => void;
}) {
  const t = useTranslations("audit");
  const shared = useTranslations("filters");
  const actionText = useActionText();
  return (
    <FilterBar isFiltered={isFiltered(filters)} clearLabel={shared("clear")} onClear={() => setFilters(null)}>
      <FilterSelect
        label={t("columns.action")}
        anyLabel={t("anyAction")}
        value={filters.action}
        onValueChange={(action) => setFilters({ action })}
        options={AUDIT_ACTION_NAMES.map((value) => ({ value, label: actionText(value) }))}
      />
      <FilterSelect
        label={t("columns.subject")}
        anyLabel={t("anySubject")}
        value={filters.subject}
        onValueChange={(subject) => setFilters({ subject })}
        options={AUDIT_SUBJECT_TYPES.map((value) => ({ value, label: t(`subjects.${value}`) }))}
      />
      <TeamFilter value={filters.team} onValueChange={(team) => setFilters({ team })} />
    </FilterBar>
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
  const say = useSay();
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
            <Td className="min-w-48 text-ink-muted">{row.reason ? say(row.reason) : "–"}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
