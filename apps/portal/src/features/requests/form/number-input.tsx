"use client";
import { type ControlProps, Input } from "@greenroom/ui";
import { useState } from "react";

const read = (text: string): number | string | undefined => {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const number = Number(trimmed);
  return Number.isNaN(number) ? trimmed : number;
};
const show = (value: unknown) => (value === undefined || value === null ? "" : String(value));

/**
 * A number that may be half typed. The text stays as typed while it means the same number ("1." is 1); what
 * is no number is handed on as text, for the check to name it.
 */
export function NumberInput({
  value,
  onValueChange,
  ...props
}: ControlProps & {
  value: unknown;
  onValueChange: (value: number | string | undefined) => void;
  disabled?: boolean;
}) {
  const [text, setText] = useState(show(value));
  const shown = read(text) === value ? text : show(value);
  return (
    <Input
      {...props}
      inputMode="decimal"
      autoComplete="off"
      className="tabular-nums"
      value={shown}
      onChange={(event) => {
        setText(event.target.value);
        onValueChange(read(event.target.value));
      }}
    />
  );
}
