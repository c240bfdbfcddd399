"use client";
import { Card, RelativeTime, Skeleton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useSay } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { FiguresText } from "./figures-text";
import { useActionText } from "./subject-link";

/** What happened to one thing, newest first. */
export function SubjectAudit({
  subjectType,
  subjectId,
}: {
  subjectType: "request" | "environment";
  subjectId: string;
}) {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const actionText = useActionText();
  const say = useSay();
  const query = useQuery(trpc.audit.list.queryOptions({ subjectType, subjectId, limit: 50 }));
  return (
    <Card title={t("history")}>
      <QueryView query={query} skeleton={<Skeleton className="h-16" />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-muted">{t("empty.title")}</p>
          ) : (
            <ol className="grid gap-1.5">
              {items.map((event) => (
                <li key={event.sequence} className="flex flex-wrap gap-x-2">
                  <span className="font-medium">{event.actorName}</span>
                  <span>{actionText(event.action)}</span>
                  <FiguresText event={event} />
                  {event.reason ? <span className="min-w-0 text-ink-muted">{say(event.reason)}</span> : null}
                  <span className="ml-auto text-ink-muted">
                    <RelativeTime value={event.at} />
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </QueryView>
    </Card>
  );
}
