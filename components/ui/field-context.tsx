"use client";

import { createContext, useContext } from "react";

/** What a Field tells the control inside it. */
export type FieldWiring = {
  id: string;
  name?: string;
  labelId: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
  disabled: boolean;
};

export const FieldContext = createContext<FieldWiring | null>(null);

type ControlProps = {
  id?: string;
  name?: string;
  required?: boolean;
  disabled?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
};

/** Fills id, name, aria-describedby, aria-invalid and aria-required of a control from the Field around it; own props win. */
export function useFieldControl<P extends ControlProps>(props: P): P & { "aria-required"?: boolean } {
  const field = useContext(FieldContext);
  const { required, ...rest } = props;
  const needed = required ?? field?.required;
  return {
    ...(rest as P),
    id: props.id ?? field?.id,
    name: props.name ?? field?.name,
    disabled: props.disabled ?? (field?.disabled || undefined),
    "aria-describedby": props["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": props["aria-invalid"] ?? (field?.invalid || undefined),
    "aria-required": needed || undefined,
  };
}
