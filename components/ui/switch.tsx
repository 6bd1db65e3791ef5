"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { useFieldControl } from "./field-context";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & { label?: ReactNode; hint?: ReactNode };

/** On or off, taking effect at once. A checkbox underneath, so forms and `register()` treat it as one. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  const fallback = useId();
  const control = useFieldControl(rest);
  const id = control.id ?? fallback;
  const track = (
    <input
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its checked state by itself
      role="switch"
      {...control}
      id={id}
      className={cn(
        "relative h-5 w-9 shrink-0 appearance-none rounded-full border border-line-strong bg-line-strong transition-colors",
        "before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-surface before:transition-transform",
        "checked:border-accent checked:bg-accent checked:before:translate-x-4 disabled:cursor-not-allowed disabled:opacity-55",
      )}
    />
  );
  if (!label) return track;
  return (
    <label
      htmlFor={id}
      className={cn("flex min-h-control items-center justify-between gap-3 text-sm touch:text-base", className)}
    >
      <span>
        {label}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
      {track}
    </label>
  );
}
