"use client";

import { Command } from "cmdk";
import { Check } from "lucide-react";
import * as Popover from "radix-ui/popover";
import type { ReactNode } from "react";
import type { ComboboxProps } from "./combobox";
import { Spinner } from "./spinner";

type PanelProps = ComboboxProps & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: ReactNode;
  listId: string;
};

const rowClass =
  "flex min-h-control cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-sm data-[disabled=true]:cursor-not-allowed data-[disabled=true]:opacity-55 data-[selected=true]:bg-hover touch:text-base";

/** Every word typed must occur somewhere in the words of the option. */
function matches(_value: string, search: string, keywords: string[] = []): number {
  const words = keywords.join(" ").toLocaleLowerCase();
  const wanted = search.toLocaleLowerCase().split(/\s+/);
  return wanted.every((word) => words.includes(word)) ? 1 : 0;
}

/** The search box and list of a Combobox. */
export function ComboboxPanel(props: PanelProps) {
  const { options, value, open, onOpenChange, trigger, listId, onSearch, searching, clearable } = props;
  const pick = (next: string) => {
    props.onValueChange(next);
    onOpenChange(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={props["aria-label"] ?? "Choose"}
          className="z-[60] w-(--radix-popover-trigger-width) min-w-60 max-w-[calc(100vw-1rem)] rounded-lg border bg-raised shadow-high outline-none"
        >
          <Command shouldFilter={!onSearch} filter={matches} loop label={props["aria-label"] ?? "Search"}>
            <div className="flex items-center gap-2 border-b px-3">
              <Command.Input
                placeholder={props.searchPlaceholder ?? "Search…"}
                onValueChange={onSearch}
                className="h-control w-full bg-transparent text-control outline-none"
              />
              {searching && <Spinner className="text-muted" />}
            </div>
            <Command.List id={listId} className="max-h-72 overflow-y-auto p-1">
              <Command.Empty className="px-2 py-3 text-sm text-muted">
                {props.emptyText ?? "Nothing found."}
              </Command.Empty>
              {clearable && value && (
                <Command.Item value="__none" onSelect={() => pick("")} className={rowClass}>
                  <span className="size-4" />
                  <span className="text-muted">None</span>
                </Command.Item>
              )}
              {options.map((o) => (
                <Command.Item
                  key={o.value}
                  value={o.value}
                  keywords={[o.label, o.detail ?? "", ...(o.keywords ?? [])]}
                  disabled={o.disabled}
                  onSelect={() => pick(o.value)}
                  className={rowClass}
                >
                  <Check
                    aria-hidden
                    className={o.value === value ? "size-4 shrink-0 text-accent-text" : "invisible size-4 shrink-0"}
                  />
                  <span className="min-w-0 flex-1 truncate">{o.label}</span>
                  {o.detail && <span className="truncate text-xs text-muted">{o.detail}</span>}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
