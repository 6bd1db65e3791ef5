"use client";

import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "./cn";
import { useFieldControl } from "./field-context";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  /** The words beside the box. Without them give `aria-label`. */
  label?: ReactNode;
  hint?: ReactNode;
  indeterminate?: boolean;
};

const box = [
  "size-4 shrink-0 appearance-none rounded-sm border border-line-strong bg-surface bg-center bg-no-repeat touch:size-5",
  "checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent",
  "disabled:cursor-not-allowed disabled:opacity-55 aria-invalid:border-danger-mark check-mark",
];

/** A box to tick. The whole label is the target. */
export function Checkbox({ label, hint, indeterminate = false, className, ref, ...rest }: CheckboxProps) {
  const fallback = useId();
  const control = useFieldControl(rest);
  const id = control.id ?? fallback;
  const own = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    if (own.current) own.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const attach = (node: HTMLInputElement | null) => {
    own.current = node;
    if (typeof ref === "function") return ref(node);
    if (ref) ref.current = node;
  };
  const input = (
    <input type="checkbox" {...control} id={id} ref={attach} className={cn(box, label ? "mt-0.5" : className)} />
  );
  if (!label) return input;
  return (
    <label
      htmlFor={id}
      className={cn("flex min-h-control items-start gap-2 py-1.5 text-sm touch:py-3 touch:text-base", className)}
    >
      {input}
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </label>
  );
}
