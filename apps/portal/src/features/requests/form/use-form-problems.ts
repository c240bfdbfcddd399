"use client";
import type { FormProblem } from "@greenroom/requests/schema";
import { useDebounced } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSay } from "../../../i18n/use-error-text";
import { type RouterInputs, useTRPC } from "../../../trpc/client";
import { mergeProblems, type ProblemsByField } from "./form-problems";

const REST_MS = 300;

/**
 * What is wrong with a form: what the browser sees at once, and what only the server knows (a taken name, an
 * overlapping network). A field's message shows once the reader has left the field, or has tried to send.
 */
export function useFormProblems(local: ProblemsByField, checkInput: RouterInputs["requests"]["check"]) {
  const trpc = useTRPC();
  const say = useSay();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wasTried, setTried] = useState(false);
  const [refused, setRefused] = useState<FormProblem | null>(null);
  const rested = useDebounced(checkInput, REST_MS);
  const remote = useQuery({ ...trpc.requests.check.queryOptions(rested), placeholderData: keepPreviousData });
  const problems = mergeProblems(local, [...(remote.data ?? []), ...(refused ? [refused] : [])]);

  const isRemote = (field: string) => !local[field];
  return {
    problems,
    errorOf: (field: string): string | undefined => {
      const problem = problems[field];
      if (!problem || !(wasTried || left.has(field) || isRemote(field))) return undefined;
      return say(problem.message);
    },
    textOf: (problem: FormProblem) => say(problem.message),
    leave: (field: string) => setLeft((fields) => (fields.has(field) ? fields : new Set(fields).add(field))),
    tryToSend: () => setTried(true),
    setRefused,
  };
}
