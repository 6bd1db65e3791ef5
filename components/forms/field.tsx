"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId, useMemo } from "react";
import { get, useFormContext } from "react-hook-form";
import { cn } from "../ui/cn";
import { FieldContext } from "../ui/field-context";
import { usePlacedField } from "./placed-fields";

type FieldProps = {
  label: ReactNode;
  /** Dotted path into the form's values. The error at this path shows here; the control gets it as its name. */
  name?: string;
  hint?: ReactNode;
  /** Shown instead of the form's own error at `name`. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
  /** Shown at the right of the label: a counter, a link. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Label, hint and error around one control, wired to it by id, aria-describedby and aria-invalid. */
export function Field({
  label,
  name,
  hint,
  error,
  required = false,
  disabled = false,
  hideLabel,
  aside,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const message = useFieldError(name, error);
  usePlacedField(name);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = message ? `${id}-error` : undefined;
  const wiring = useMemo(
    () => ({
      id,
      name,
      labelId: `${id}-label`,
      describedBy: [errorId, hintId].filter(Boolean).join(" ") || undefined,
      invalid: Boolean(errorId),
      required,
      disabled,
    }),
    [id, name, errorId, hintId, required, disabled],
  );
  return (
    <div className={cn("flex min-w-0 flex-col gap-1", className)}>
      <div className={cn("flex items-baseline justify-between gap-2", hideLabel && "sr-only")}>
        <label id={wiring.labelId} htmlFor={id} className="text-sm font-medium">
          {label}
          {required && (
            <span aria-hidden className="text-danger-text">
              {" "}
              *
            </span>
          )}
        </label>
        {aside && <span className="text-xs text-muted">{aside}</span>}
      </div>
      <FieldContext value={wiring}>{children}</FieldContext>
      {message && (
        <p id={errorId} className="flex items-start gap-1 text-xs font-medium text-danger-text">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {message}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

function useFieldError(name: string | undefined, error: string | undefined): string | undefined {
  const form = useFormContext();
  const found: unknown = name && form ? get(form.formState.errors, name) : undefined;
  if (error) return error;
  if (typeof found !== "object" || found === null) return undefined;
  if ("message" in found && typeof found.message === "string") return found.message;
  if ("root" in found && typeof found.root === "object" && found.root && "message" in found.root) {
    return typeof found.root.message === "string" ? found.root.message : undefined;
  }
  return undefined;
}
