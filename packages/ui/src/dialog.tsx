"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { useUiWords } from "./language";

export interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons, the one that acts last. */
  footer?: ReactNode;
  className?: string;
}

/** A window over the page that keeps the focus until it is closed. */
export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange, title, description, children, footer, className } = props;
  const words = useUiWords();
  return (
    <Base.Root open={isOpen} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Base.Popup
          className={cn(
            "-translate-x-1/2 fixed top-[8vh] left-1/2 z-50 grid max-h-[84vh] w-[calc(100vw-2rem)] max-w-lg grid-rows-[auto_1fr_auto] rounded-lg border bg-raised shadow-xl outline-none",
            className,
          )}
        >
          <div className="flex items-start justify-between gap-3 border-b px-4 py-3">
            <div className="grid gap-1">
              <Base.Title className="font-semibold text-lg">{title}</Base.Title>
              {description ? (
                <Base.Description className="text-ink-muted">{description}</Base.Description>
              ) : null}
            </div>
            <Base.Close
              aria-label={words.close}
              className="-mr-1 rounded p-1 text-ink-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </div>
          <div className="grid min-h-0 content-start gap-3 overflow-y-auto p-4">{children}</div>
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{footer}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
