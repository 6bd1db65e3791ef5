"use client";

import { Command } from "cmdk";
import { Check } from "lucide-react";
import * as Popover from "radix-ui/popover";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import type { ComboboxOption, ComboboxProps } from "./combobox";
import { Spinner } from "./spinner";

type PanelProps = ComboboxProps & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  query: string;
  onQueryChange: (query: string) => void;
  /** Enter was pressed before there was a list to pick from. */
  entered: boolean;
  onEntered: (entered: boolean) => void;
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

const wordsOf = (o: ComboboxOption) => [o.label, o.detail ?? "", ...(o.keywords ?? [])];

/** The search box and list of a Combobox. */
export function ComboboxPanel(props: PanelProps) {
  const { options, value, open, onOpenChange, trigger, listId, onSearch, searching, clearable } = props;
  const [active, setActive] = useState("");
  const { query, entered, onEntered } = props;
  const fits = (o: ComboboxOption) => !o.disabled && (onSearch || matches(o.value, query, wordsOf(o)) > 0);
  const first = options.find(fits)?.value ?? "";
  const pick = (next: string) => {
    props.onValueChange(next);
    onOpenChange(false);
  };
  useEffect(() => {
    if (!onSearch || searching) return;
    setActive(first);
  }, [onSearch, searching, first]);
  // Enter that came before the list or its results picks the first of them, not one of the results before.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return onEntered(false);
    if (!searching) return;
    event.preventDefault();
    onEntered(true);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of a search answers an Enter that waited for it
  useEffect(() => {
    if (!entered || searching) return;
    onEntered(false);
    if (open && first) pick(first);
  }, [entered, searching]);
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
          <Command
            shouldFilter={!onSearch}
            filter={matches}
            loop
            label={props["aria-label"] ?? "Search"}
            value={active}
            onValueChange={setActive}
            onKeyDown={onKeyDown}
          >
            <div className="flex items-center gap-2 border-b px-3">
              <Command.Input
                placeholder={props.searchPlaceholder ?? "Search…"}
                value={query}
                onValueChange={props.onQueryChange}
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
                  keywords={wordsOf(o)}
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
