"use client";
import { type ControlProps, Textarea } from "@greenroom/ui";
import { useState } from "react";
import { sameValue } from "../../../modules/environments/spec-path";

const toLines = (value: unknown): string => (Array.isArray(value) ? value.join("\n") : "");
const toList = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean);

/** A list of texts, one a line. What is typed stays as it is typed; empty lines are no entries. */
export function ListInput({
  value,
  onValueChange,
  ...control
}: ControlProps & { value: unknown; onValueChange: (value: string[]) => void }) {
  const [text, setText] = useState(toLines(value));
  // Another preset, or a reset, has put other entries here than those that were typed.
  const shown = sameValue(toList(text), value) ? text : toLines(value);
  return (
    <Textarea
      {...control}
      rows={2}
      spellCheck={false}
      value={shown}
      onChange={(event) => {
        setText(event.target.value);
        onValueChange(toList(event.target.value));
      }}
    />
  );
}
