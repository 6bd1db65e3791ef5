"use client";

import { type ComponentProps, createContext, useContext, useEffect, useRef, useState } from "react";
import { type FieldValues, FormProvider } from "react-hook-form";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { ErrorSummary } from "./error-summary";
import { PlacedFieldsContext } from "./placed-fields";
import type { ActionForm } from "./use-action-form";

type FormState = Pick<ActionForm<FieldValues>, "pending" | "formError" | "unreachable" | "submit">;

const FormStateContext = createContext<FormState | null>(null);

type FormProps<Values extends FieldValues> = Omit<ComponentProps<"form">, "onSubmit" | "action"> & {
  form: ActionForm<Values>;
  /** Leave the alert out here because an ErrorSummary is placed elsewhere. */
  hideSummary?: boolean;
};

/** The form element of useActionForm: shows what is wrong at the top and moves focus to the first invalid field. */
export function Form<Values extends FieldValues>({
  form,
  hideSummary,
  className,
  children,
  ...rest
}: FormProps<Values>) {
  const element = useRef<HTMLFormElement>(null);
  const [placed] = useState(() => new Map<string, number>());
  const { failures, pending, formError, unreachable, submit, ...methods } = form;
  useEffect(() => {
    if (failures === 0) return;
    const invalid = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const target = invalid?.matches('[role="radiogroup"]') ? invalid.querySelector<HTMLElement>("input") : invalid;
    (target ?? element.current?.querySelector<HTMLElement>("[data-error-summary]"))?.focus();
  }, [failures]);
  return (
    <FormProvider {...methods}>
      <FormStateContext value={{ pending, formError, unreachable, submit }}>
        <PlacedFieldsContext value={placed}>
          <form {...rest} ref={element} noValidate onSubmit={submit} className={cn("flex flex-col gap-4", className)}>
            {!hideSummary && <FormErrors />}
            {children}
          </form>
        </PlacedFieldsContext>
      </FormStateContext>
    </FormProvider>
  );
}

/** The alert of the form around it. Form places one itself unless `hideSummary`. */
export function FormErrors() {
  const state = useContext(FormStateContext);
  if (!state) return null;
  return <ErrorSummary formError={state.formError} retry={state.unreachable ? () => state.submit() : undefined} />;
}

/** Sends the form around it; shows a spinner and ignores presses while it runs. */
export function SubmitButton({
  variant = "primary",
  ...rest
}: Omit<ComponentProps<typeof Button>, "type" | "loading">) {
  const state = useContext(FormStateContext);
  return <Button variant={variant} {...rest} type="submit" loading={state?.pending} />;
}
