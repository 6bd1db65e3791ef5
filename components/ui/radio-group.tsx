"use client";

import { type ChangeEvent, type ComponentProps, type ReactNode, useContext, useId } from "react";
import { cn } from "./cn";
import { FieldContext } from "./field-context";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  icon?: ReactNode;
  hideLabel?: boolean;
  disabled?: boolean;
};

type ChoiceProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> & {
  choices: readonly Choice[];
  /** Chosen value when controlled. */
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** Accessible name; needed outside a Field. */
  label?: string;
};

function useChoices({ choices, value, defaultValue, onValueChange, label, name, onChange, ...rest }: ChoiceProps) {
  const field = useContext(FieldContext);
  const fallback = useId();
  const { className: _class, disabled, ...input } = rest;
  const group = {
    role: "radiogroup",
    id: field?.id,
    "aria-label": label,
    "aria-labelledby": label ? undefined : field?.labelId,
    "aria-describedby": field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
    "aria-required": field?.required || undefined,
  } as const;
  const inputs = choices.map((choice) => ({
    choice,
    input: {
      ...input,
      type: "radio",
      name: name ?? field?.name ?? fallback,
      value: choice.value,
      disabled: choice.disabled || disabled || field?.disabled,
      ...(value !== undefined
        ? { checked: choice.value === value }
        : defaultValue !== undefined && { defaultChecked: choice.value === defaultValue }),
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        onChange?.(event);
        onValueChange?.(choice.value);
      },
    } as const,
  }));
  return { group, inputs };
}

/** One of a few, one below the other, each with room for a hint. Takes `register()` or value + onValueChange. */
export function RadioGroup(props: ChoiceProps) {
  const { group, inputs } = useChoices(props);
  return (
    <div {...group} className={cn("flex flex-col", props.className)}>
      {inputs.map(({ choice, input }) => (
        <label
          key={choice.value}
          className="flex min-h-control items-start gap-2 py-1.5 text-sm has-disabled:opacity-55 touch:py-3 touch:text-base"
        >
          <input
            {...input}
            className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-line-strong bg-surface checked:border-[5px] checked:border-accent touch:size-5"
          />
          <span>
            {choice.label}
            {choice.hint && <span className="block text-xs text-muted">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** One of two to five short choices in a row, with words, icons or only icons (`hideLabel`); arrow keys move. */
export function SegmentedControl(props: ChoiceProps) {
  const { group, inputs } = useChoices(props);
  return (
    <div
      {...group}
      className={cn(
        "inline-flex h-control max-w-full rounded-md border border-line-strong/60 bg-sunken p-0.5",
        props.className,
      )}
    >
      {inputs.map(({ choice, input }) => (
        <label
          key={choice.value}
          className={cn(
            "relative flex min-w-0 flex-auto cursor-pointer items-center justify-center gap-1.5 rounded-sm px-3 text-sm text-muted",
            "hover:text-fg has-checked:bg-raised has-checked:font-medium has-checked:text-fg has-checked:shadow-low",
            "has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:opacity-55 [&_svg]:size-4",
          )}
        >
          <input {...input} className="absolute inset-0 cursor-pointer opacity-0" />
          {choice.icon}
          <span className={choice.hideLabel ? "sr-only" : "truncate"}>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}
