"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { type LucideIcon, Search } from "lucide-react";

interface PaletteCommand {
  id: string;
  label: string;
  hint?: string;
  icon?: LucideIcon;
  run: () => void;
}

export interface CommandGroup {
  label: string;
  commands: readonly PaletteCommand[];
}

export interface CommandPaletteProps {
  onClose: () => void;
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly CommandGroup[];
  title: string;
  placeholder: string;
  emptyText: string;
}

/**
 * Part of the label, whatever its case: a score by scattered letters fits neither names with numbers nor
 * Korean.
 */
const contains = (_id: string, query: string, [label = ""]: string[] = []): number =>
  label.toLowerCase().includes(query.trim().toLowerCase()) ? 1 : 0;

/**
 * A search field over acts and places, worked from the keyboard: arrows choose, Enter runs, Escape closes.
 */
export function CommandPalette(props: CommandPaletteProps) {
  const { onClose, query, onQueryChange, groups, title, placeholder, emptyText } = props;
  return (
    <Base.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Base.Popup className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl overflow-hidden rounded-lg border bg-raised shadow-xl outline-none">
          <Base.Title className="sr-only">{title}</Base.Title>
          <Command label={title} filter={contains} loop vimBindings={false}>
            <div className="flex items-center gap-2 border-b px-3">
              <Search aria-hidden className="size-4 text-ink-muted" />
              <Command.Input
                value={query}
                onValueChange={onQueryChange}
                placeholder={placeholder}
                className="-outline-offset-2 h-11 w-full min-w-0 bg-transparent outline-none"
              />
            </div>
            <Command.List label={title} className="max-h-[50vh] overflow-y-auto p-1">
              <Command.Empty className="px-3 py-4 text-center text-ink-muted">{emptyText}</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.label}
                  heading={group.label}
                  className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-ink-muted **:[[cmdk-group-heading]]:text-xs"
                >
                  {group.commands.map((command) => (
                    <Row
                      key={command.id}
                      command={command}
                      onRun={() => {
                        onClose();
                        command.run();
                      }}
                    />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Row({ command, onRun }: { command: PaletteCommand; onRun: () => void }) {
  const { id, icon: Icon, label, hint } = command;
  return (
    <Command.Item
      value={id}
      keywords={[label]}
      onSelect={onRun}
      className="flex cursor-default items-center gap-2 rounded px-2 py-1.5 data-[selected=true]:bg-sunken"
    >
      {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" /> : null}
      <span className="min-w-0 truncate">{label}</span>
      {hint ? <span className="ml-auto shrink-0 text-ink-muted text-sm">{hint}</span> : null}
    </Command.Item>
  );
}
