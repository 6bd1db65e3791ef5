"use client";

import type { ComponentProps } from "react";
import { Field } from "@/components/forms/field";
import { useRx } from "./rx-context";

type SaidFieldProps = Omit<ComponentProps<typeof Field>, "name" | "error"> & {
  name: string;
  /** What is missing is already said while writing, not only once sending was tried. */
  remind?: boolean;
};

/** A Field that says what the prescription's rules miss at its path: a reminder while writing, an error after sending was tried. */
export function SaidField({ name, remind = true, hint, ...rest }: SaidFieldProps) {
  const { missing, tried } = useRx();
  const message = missing.get(name);
  const reminder = message && !tried && remind && <span className="text-warning-text">{message}</span>;
  return <Field {...rest} name={name} error={tried ? message : undefined} hint={reminder || hint} />;
}
