"use client";
import type { RequestAction } from "@greenroom/requests/lifecycle";
import type { RequestView } from "@greenroom/requests/schema";
import { Button } from "@greenroom/ui";
import { Check, Undo2, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";

const DecisionDialog = dynamic(() => import("./decision-dialog"));

const STYLES = {
  approve: { icon: Check, variant: "primary" },
  reject: { icon: X, variant: "secondary" },
  withdraw: { icon: Undo2, variant: "secondary" },
} as const satisfies Record<RequestAction, object>;

/** Approve, reject, withdraw: those the reader may do now. Approving comes last, where the eye ends. */
export function DecisionActions({ request }: { request: RequestView }) {
  const t = useTranslations("decide");
  const [action, setAction] = useState<RequestAction | null>(null);
  return (
    <>
      {[...request.allowedActions].reverse().map((allowed) => {
        const { icon: Icon, variant } = STYLES[allowed];
        const isEnd = allowed === "approve" && request.kind === "DESTROY";
        return (
          <Button key={allowed} variant={isEnd ? "danger" : variant} onClick={() => setAction(allowed)}>
            <Icon aria-hidden />
            {t(isEnd ? "approveEnd.button" : `${allowed}.button`)}
          </Button>
        );
      })}
      {action ? <DecisionDialog request={request} action={action} onClose={() => setAction(null)} /> : null}
    </>
  );
}
