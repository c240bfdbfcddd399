"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";
import { useUiWords } from "./language";

/** Copies, and tells for a moment that it did. */
function useCopy(text: string) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return { isCopied, copy };
}

/** Copies a text too long to be named by itself. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const words = useUiWords();
  const { isCopied, copy } = useCopy(text);
  return (
    <Button onClick={copy}>
      {isCopied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
      <span role="status">{isCopied ? words.copied : label}</span>
    </Button>
  );
}

/** A value in fixed-width letters that can be copied. */
export function CopyText({ text, shown = text }: { text: string; shown?: string }) {
  const words = useUiWords();
  const { isCopied, copy } = useCopy(text);
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1">
      <code className="min-w-0 break-all font-mono text-sm">{shown}</code>
      <button
        type="button"
        aria-label={words.copy(shown)}
        className="shrink-0 rounded p-1 text-ink-muted hover:bg-sunken hover:text-ink"
        onClick={copy}
      >
        {isCopied ? (
          <Check aria-hidden className="size-3.5 text-good" />
        ) : (
          <Copy aria-hidden className="size-3.5" />
        )}
      </button>
      <span role="status" className="sr-only">
        {isCopied ? words.copied : ""}
      </span>
    </span>
  );
}
