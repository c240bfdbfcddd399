import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

/** What a control needs so that its label, help and error are read out with it. */
export interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
}

export interface FieldProps {
  /** What the form calls it ("spec.network.cidr"): lets a summary of errors lead to it. */
  name?: string;
  label: ReactNode;
  help?: ReactNode;
  /** What is wrong and what to do; its presence marks the control as invalid. */
  error?: ReactNode;
  /** Shown at the end of the label's line. */
  aside?: ReactNode;
  isRequired?: boolean;
  className?: string;
  /** The focus has left the control: from now on its error may show. */
  onLeave?: () => void;
  children: (control: ControlProps) => ReactNode;
}

/** The id of the control of a named field. */
export const fieldId = (name: string): string => `field-${name}`;

/** A labelled control with help below it and, when wrong, the error. */
export function Field({
  name,
  label,
  help,
  error,
  aside,
  isRequired,
  className,
  onLeave,
  children,
}: FieldProps) {
  const ownId = useId();
  const id = name === undefined ? ownId : fieldId(name);
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const describedBy = [error ? errorId : null, help ? helpId : null].filter(Boolean).join(" ");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears of the control inside it
    <div className={cn("grid content-start gap-1", className)} onBlur={onLeave}>
      <div className="flex min-h-5 items-start justify-between gap-x-2">
        <label htmlFor={id} className="min-w-0 font-medium">
          {label}
        </label>
        {aside ? <span className="shrink-0">{aside}</span> : null}
      </div>
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": isRequired || undefined,
      })}
      {error ? (
        <p id={errorId} className="flex gap-1 text-bad text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
      {help ? (
        <p id={helpId} className="text-ink-muted text-sm">
          {help}
        </p>
      ) : null}
    </div>
  );
}
