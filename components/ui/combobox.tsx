"use client";

import { ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, type Ref, useRef, useState } from "react";
import { cn } from "./cn";
import { useFieldControl } from "./field-context";
import { useLazy } from "./use-lazy";

export type ComboboxOption = { value: string; label: string; detail?: string; keywords?: string[]; disabled?: boolean };

export type ComboboxProps = {
  options: readonly ComboboxOption[];
  /** Value of the chosen option, or "" for none. */
  value: string;
  onValueChange: (value: string) => void;
  placeholder?: string;
  searchPlaceholder?: string;
  emptyText?: string;
  /** Offers "None" when something is chosen. */
  clearable?: boolean;
  /** Given: the caller searches (e.g. on the server) and passes fresh `options`; no filtering here. */
  onSearch?: (query: string) => void;
  /** Label of the value while its option is not among `options`. */
  valueLabel?: string;
  searching?: boolean;
  id?: string;
  name?: string;
  disabled?: boolean;
  "aria-label"?: string;
  onBlur?: () => void;
  ref?: Ref<HTMLButtonElement>;
  className?: string;
};

const load = () => import("./combobox-panel").then((module) => module.ComboboxPanel);

/** One of many, found by typing. The searchable list is fetched when first opened; with `name` the value is posted too. */
export function Combobox(props: ComboboxProps) {
  const { options, value, placeholder = "Choose…", valueLabel, ref, className } = props;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [entered, setEntered] = useState(false);
  const written = useRef("");
  const searched = useRef("");
  const [Panel, fetchPanel] = useLazy(load);
  const control = useFieldControl({ id: props.id, name: props.name, disabled: props.disabled });
  const { name, "aria-required": _required, ...wiring } = control;
  const chosen = options.find((o) => o.value === value)?.label ?? (value ? valueLabel : undefined);
  const search = (words: string) => {
    if (words === searched.current) return;
    searched.current = words;
    props.onSearch?.(words);
  };
  const write = (next: string) => {
    written.current = next;
    setQuery(next);
    search(next);
  };
  const change = (next: boolean) => {
    setOpen(next);
    if (next) return search(written.current);
    written.current = "";
    setQuery("");
    setEntered(false);
    props.onBlur?.();
  };
  const show = () => {
    change(true);
    if (!Panel) fetchPanel().catch(() => setOpen(false));
  };
  // What is typed on the button goes into the search box, also while the box is still being fetched.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace" && open) write(written.current.slice(0, -1));
    else if (event.key.length === 1 && (event.key !== " " || open)) write(written.current + event.key);
    else if (event.key === "Enter" && open) setEntered(true);
    else return;
    event.preventDefault();
    if (!open) show();
  };
  const trigger = (
    <button
      {...wiring}
      ref={ref}
      type="button"
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={open}
      aria-controls={open ? `${wiring.id ?? "combobox"}-list` : undefined}
      aria-label={props["aria-label"]}
      onKeyDown={onKeyDown}
      {...(!Panel && {
        onPointerEnter: load,
        onFocus: load,
        onClick: show,
      })}
      className={cn("control flex h-control items-center justify-between gap-2 text-left", className)}
    >
      <span className={cn("truncate", !chosen && "text-placeholder")}>{chosen ?? placeholder}</span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
  return (
    <>
      {name && <input type="hidden" name={name} value={value} />}
      {Panel ? (
        <Panel
          {...props}
          open={open}
          query={query}
          onQueryChange={write}
          entered={entered}
          onEntered={setEntered}
          onOpenChange={change}
          trigger={trigger}
          listId={`${wiring.id ?? "combobox"}-list`}
        />
      ) : (
        trigger
      )}
    </>
  );
}
