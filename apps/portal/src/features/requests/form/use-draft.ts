"use client";
import { useCallback, useEffect, useState } from "react";

/**
 * A form that outlives a reload, an error and a lost session: every state of it is kept in this tab until
 * `forget`. `wasRestored` tells that something typed earlier came back.
 */
export function useDraft<Form extends object>(key: string, start: () => Form) {
  const [form, setForm] = useState(start);
  const [wasRestored, setRestored] = useState(false);
  const storageKey = `greenroom.draft.${key}`;

  // Read after the first paint: the server, which paints first, has no drafts.
  useEffect(() => {
    const text = window.sessionStorage.getItem(storageKey);
    if (!text) return;
    try {
      const kept = JSON.parse(text) as Form;
      setForm((fresh) => ({ ...fresh, ...kept }));
      setRestored(true);
    } catch {
      window.sessionStorage.removeItem(storageKey);
    }
  }, [storageKey]);

  const update = useCallback(
    (change: (form: Form) => Form) =>
      setForm((current) => {
        const next = change(current);
        window.sessionStorage.setItem(storageKey, JSON.stringify(next));
        return next;
      }),
    [storageKey],
  );
  const forget = useCallback(() => window.sessionStorage.removeItem(storageKey), [storageKey]);
  const startOver = useCallback(() => {
    forget();
    setForm(start());
    setRestored(false);
  }, [forget, start]);
  return { form, update, forget, startOver, wasRestored };
}
