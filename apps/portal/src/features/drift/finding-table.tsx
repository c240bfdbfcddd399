"use client";
import type { DriftFindingView } from "@greenroom/drift/schema";
import { Badge, Button, RelativeTime, Table, Td, Th, Tr } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client";

interface Props {
  findings: readonly DriftFindingView[];
  mayIgnore: boolean;
  onIgnore: (finding: DriftFindingView) => void;
}

/** Property by property: what was approved, what is there, where it comes from and what was decided. */
export function FindingTable({ findings, mayIgnore, onIgnore }: Props) {
  const t = useTranslations("drift.columns");
  return (
    <Table label={t("label")}>
      <thead>
        <tr>
          <Th>{t("resource")}</Th>
          <Th>{t("expected")}</Th>
          <Th>{t("actual")}</Th>
          <Th>{t("class")}</Th>
          <Th>{t("seen")}</Th>
          {mayIgnore ? <Th>{t("decision")}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} mayIgnore={mayIgnore} onIgnore={onIgnore} />
        ))}
      </tbody>
    </Table>
  );
}

function FindingRow({
  finding,
  mayIgnore,
  onIgnore,
}: Omit<Props, "findings"> & { finding: DriftFindingView }) {
  const t = useTranslations("drift");
  const { stackKey, logicalId, resourceType, path, expected, actual, driftClass, firstSeenAt, resolvedAt } =
    finding;
  return (
    <Tr>
      <Td className="min-w-40 align-top">
        <div className="break-words font-mono text-sm">
          {stackKey}
          {logicalId === "" ? "" : `/${logicalId}`}
        </div>
        <div className="break-words">{path === "" ? t("gone") : path}</div>
        <div className="text-ink-muted text-xs">{resourceType}</div>
      </Td>
      <Td className="min-w-24 align-top">{path === "" ? "–" : <Value value={expected} />}</Td>
      <Td className="min-w-24 align-top">{path === "" ? "–" : <Value value={actual} />}</Td>
      <Td className="align-top">
        <Badge tone={driftClass === "UNKNOWN" ? "attention" : "neutral"}>{t(`classes.${driftClass}`)}</Badge>
      </Td>
      <Td className="align-top">
        <RelativeTime value={firstSeenAt} />
        {resolvedAt ? (
          <div className="text-ink-muted text-xs">
            {t.rich("resolved", { when: () => <RelativeTime value={resolvedAt} /> })}
          </div>
        ) : null}
        <Decision finding={finding} />
      </Td>
      {mayIgnore ? (
        <Td className="align-top">
          <DecisionButton finding={finding} onIgnore={onIgnore} />
        </Td>
      ) : null}
    </Tr>
  );
}

/** A value as it is written in a template; nothing where there is none. */
function Value({ value }: { value: unknown }) {
  const t = useTranslations("drift");
  if (value === undefined || value === null) return <span className="text-ink-muted">{t("nothing")}</span>;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 1);
  return (
    <code className="block max-h-40 overflow-auto whitespace-pre-wrap break-all font-mono text-sm">
      {text}
    </code>
  );
}

function Decision({ finding: { ignore } }: { finding: DriftFindingView }) {
  const t = useTranslations("drift");
  if (!ignore) return null;
  const when = () => <RelativeTime value={ignore.expiresAt} />;
  return (
    <div className={ignore.isOver ? "text-attention text-xs" : "text-ink-muted text-xs"}>
      {t.rich(ignore.isOver ? "ignoreOver" : "ignored", { who: ignore.ownerName, when })}
      <div className="break-words">{ignore.reason}</div>
    </div>
  );
}

function DecisionButton({
  finding,
  onIgnore,
}: {
  finding: DriftFindingView;
  onIgnore: (finding: DriftFindingView) => void;
}) {
  const t = useTranslations("drift");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const stop = useMutation(
    trpc.drift.stopIgnoring.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.drift.pathKey() }),
    }),
  );
  const { ignore, logicalId, path } = finding;
  const name = `${logicalId} ${path}`.trim();
  if (ignore && !ignore.isOver)
    return (
      <Button
        size="sm"
        aria-label={t("stopIgnoringOf", { name })}
        isBusy={stop.isPending}
        onClick={() => stop.mutate({ ignoreId: ignore.id })}
      >
        {t("stopIgnoring")}
      </Button>
    );
  return (
    <Button size="sm" aria-label={t("ignoreOf", { name })} onClick={() => onIgnore(finding)}>
      {t("ignore")}
    </Button>
  );
}
