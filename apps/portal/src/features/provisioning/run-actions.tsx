"use client";
import type { RunAction } from "@greenroom/provisioning/lifecycle";
import type { RunView } from "@greenroom/provisioning/schema";
import { Button } from "@greenroom/ui";
import { Ban, RotateCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";

const RunActionDialog = dynamic(() => import("./run-action-dialog"));

/** Cancel, retry, clean and retry, continue the rollback: those the reader may do now, each confirmed. */
export function RunActions({ run }: { run: RunView }) {
  const t = useTranslations("runActions");
  const [chosen, setChosen] = useState<RunAction | null>(null);
  return (
    <>
      {run.allowedActions.map((action) => (
        <Button
          key={action}
          variant={action === "cancel" ? "secondary" : "primary"}
          onClick={() => setChosen(action)}
        >
          {action === "cancel" ? <Ban aria-hidden /> : <RotateCw aria-hidden />}
          {t(`${action}.button`)}
        </Button>
      ))}
      {chosen ? <RunActionDialog run={run} action={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
}
