"use client";
import type { AuditAction, AuditEventView } from "@greenroom/audit/schema";
import { TextLink } from "@greenroom/ui";
import { useTranslations } from "next-intl";

const PAGES = {
  request: (id) => `/requests/${id}`,
  environment: (id) => `/environments/${id}`,
  run: (id) => `/runs/${id}`,
  // An import touches many environments; its name is its day.
  costs: () => "/costs",
  budget: () => "/costs",
  discount: () => "/costs",
  account: () => "/settings/accounts",
  person: (id) => `/audit?actor=${id}`,
} as const satisfies Record<AuditEventView["subjectType"], (id: string) => string>;

/** The way from an audit entry to what it is about. */
export function SubjectLink({
  type,
  id,
  name,
}: {
  type: AuditEventView["subjectType"];
  id: string;
  name: string;
}) {
  const t = useTranslations("audit");
  return (
    <TextLink href={PAGES[type](id)}>
      {t(`subjects.${type}`)} {name}
    </TextLink>
  );
}

/** An audited action in words. */
export function useActionText(): (action: AuditAction) => string {
  const t = useTranslations("auditActions");
  return (action) => t(action);
}
