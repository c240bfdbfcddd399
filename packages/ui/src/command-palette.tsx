"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { type LucideIcon, Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { cn } from "./cn";

export interface Command {
  id: string;
  label: string;
  hint?: string;
  icon?: LucideIcon;
  run: () => void;
}
export interface CommandGroup {
  label: string;
  commands: readonly Command[];
}

export interface CommandPaletteProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  query: string;
  onQueryChange: (query: string) => void;
  /** Already narrowed down to the query; empty groups are left out. */
  groups: readonly CommandGroup[];
  title: string;
  placeholder: string;
  emptyText: string;
}

/** A search field over acts and places, worked from the keyboard: arrows choose, Enter runs, Escape closes. */
export function CommandPalette(props: CommandPaletteProps) {
  const { isOpen, onOpenChange, query, onQueryChange, title, placeholder, emptyText } = props;
  const groups = props.groups.filter((group) => group.commands.length > 0);
  const commands = groups.flatMap((group) => group.commands);
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query starts again at its best match
  useEffect(() => setActive(0), [query, isOpen]);
  const index = Math.min(active, commands.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the chosen row moves
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [index]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    onOpenChange(false);
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && commands.length > 0) {
      event.preventDefault();
      setActive((index + step + commands.length) % commands.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      run(commands[index]);
    }
  };

  return (
    <Base.Root open={isOpen} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Base.Popup className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl overflow-hidden rounded-lg border bg-raised shadow-xl outline-none">
          <Base.Title className="sr-only">{title}</Base.Title>
          <div className="flex items-center gap-2 border-b px-3">
            <Search aria-hidden className="size-4 text-ink-muted" />
            <input
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={commands[index] ? `${listId}-${commands[index].id}` : undefined}
              aria-label={title}
              aria-autocomplete="list"
              autoComplete="off"
              value={query}
              placeholder={placeholder}
              onChange={(event) => onQueryChange(event.target.value)}
              onKeyDown={onKeyDown}
              className="-outline-offset-2 h-11 w-full min-w-0 bg-transparent outline-none"
            />
          </div>
          <div
            ref={list}
            id={listId}
            role="listbox"
            aria-label={title}
            className="max-h-[50vh] overflow-y-auto p-1"
          >
            {groups.map((group) => (
              // biome-ignore lint/a11y/useSemanticElements: options are grouped inside a listbox, not in a form
              <div key={group.label} role="group" aria-label={group.label}>
                <p aria-hidden className="px-2 pt-2 pb-1 text-ink-muted text-xs">
                  {group.label}
                </p>
                {group.commands.map((command) => (
                  <Row
                    key={command.id}
                    id={`${listId}-${command.id}`}
                    command={command}
                    isActive={command === commands[index]}
                    onPointerMove={() => setActive(commands.indexOf(command))}
                    onRun={() => run(command)}
                  />
                ))}
              </div>
            ))}
          </div>
          {commands.length === 0 ? <p className="px-3 pb-4 text-center text-ink-muted">{emptyText}</p> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Row({
  id,
  command,
  isActive,
  onPointerMove,
  onRun,
}: {
  id: string;
  command: Command;
  isActive: boolean;
  onPointerMove: () => void;
  onRun: () => void;
}) {
  const Icon = command.icon;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above handles the keys of the whole list
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the search field, which names the active row
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={onPointerMove}
      onClick={onRun}
      className={cn("flex cursor-default items-center gap-2 rounded px-2 py-1.5", isActive && "bg-sunken")}
    >
      {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" /> : null}
      <span className="min-w-0 truncate">{command.label}</span>
      {command.hint ? <span className="ml-auto shrink-0 text-ink-muted text-sm">{command.hint}</span> : null}
    </div>
  );
}
