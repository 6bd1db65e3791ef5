"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldControl } from "./field-context";

/** One line of text. Inside a Field it takes its id, name and ARIA wiring from it. */
export function Input({ className, type = "text", ...rest }: ComponentProps<"input">) {
  const control = useFieldControl(rest);
  return <input type={type} {...control} className={cn("control h-control", className)} />;
}

/** A calendar day as `YYYY-MM-DD`, with the browser's own picker. `min` and `max` are days too. */
export function DateInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  const control = useFieldControl(rest);
  return <input type="date" {...control} className={cn("control h-control tabular-nums", className)} />;
}

/** Several lines of text; grows with its content where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  const control = useFieldControl(rest);
  return <textarea rows={rows} {...control} className={cn("control field-sizing-content py-1.5", className)} />;
}
