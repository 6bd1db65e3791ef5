"use client";

import { unstable_rethrow } from "next/navigation";
import { type SubmitEvent, useEffect, useRef, useState, useTransition } from "react";
import { type DefaultValues, type FieldPath, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import { type ActionResult, type ServerAction, UNREACHABLE } from "./action-result";
import { lazyResolver, type SchemaSource } from "./lazy-resolver";

type Options<Values extends FieldValues, Input, Data> = {
  defaultValues: DefaultValues<Values>;
  /**
   * Checks in the browser before the action runs; the action checks again. Give a function that imports it, so that
   * the checking code is fetched when the form is first used and not with the page:
   * `() => import("@/lib/cases/schema").then((m) => m.newCase)`.
   */
  schema?: SchemaSource<Values>;
  /** Makes the action's input from the values; without it the values are the input. */
  toInput?: (values: Values) => Input;
  onSuccess?: (data: Data) => void;
};

export type ActionForm<Values extends FieldValues> = UseFormReturn<Values> & {
  submit: (event?: SubmitEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** What is wrong with the whole form, if anything. */
  formError: string | null;
  /** True when the last attempt did not reach the server. */
  unreachable: boolean;
  /** Counts failed attempts, so that focus moves to the first error each time. */
  failures: number;
};

/**
 * A form over a server action that takes a plain object. Field errors land at their fields (dotted paths), the first
 * invalid field gets focus, typed values stay, a second submission while one runs is ignored, and a network failure
 * says so and can be tried again. Give the result to `<Form form={…}>`.
 */
export function useActionForm<Values extends FieldValues, Data, Input = Values>(
  action: ServerAction<Input, Data>,
  options: Options<Values, Input, Data>,
): ActionForm<Values> {
  const { schema, defaultValues } = options;
  const [resolver] = useState(() => schema && lazyResolver(schema));
  const form = useForm<Values>({
    defaultValues,
    resolver,
    mode: "onSubmit",
    reValidateMode: "onChange",
    shouldFocusError: false,
  });
  const [pending, startTransition] = useTransition();
  const [formError, setFormError] = useState<string | null>(null);
  const [unreachable, setUnreachable] = useState(false);
  const [failures, setFailures] = useState(0);
  const busy = useRef(false);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const refuse = (result: Extract<ActionResult<Data>, { ok: false }>) => {
    for (const [path, messages] of Object.entries(result.fieldErrors ?? {})) {
      form.setError(path as FieldPath<Values>, { type: "server", message: messages.join(" ") });
    }
    const nothingSaid = !result.formError && Object.keys(result.fieldErrors ?? {}).length === 0;
    setFormError(result.formError ?? (nothingSaid ? "That was not accepted." : null));
  };

  /** Resolves to whether the action accepted the values. */
  const send = async (values: Values): Promise<boolean> => {
    const input = options.toInput ? options.toInput(values) : (values as unknown as Input);
    let result: ActionResult<Data>;
    try {
      result = await action(input);
    } catch (error) {
      unstable_rethrow(error);
      setUnreachable(true);
      setFormError(UNREACHABLE);
      return false;
    }
    if (!alive.current) return true;
    if (result.ok) options.onSuccess?.(result.data);
    else refuse(result);
    return result.ok;
  };

  const submit = (event?: SubmitEvent<HTMLFormElement>) => {
    event?.preventDefault();
    event?.stopPropagation();
    if (busy.current) return;
    busy.current = true;
    setFormError(null);
    setUnreachable(false);
    form.clearErrors();
    startTransition(async () => {
      try {
        let accepted = false;
        await form.handleSubmit(async (values) => {
          accepted = await send(values);
        })();
        if (!accepted && alive.current) setFailures((n) => n + 1);
      } finally {
        busy.current = false;
      }
    });
  };

  return { ...form, submit, pending, formError, unreachable, failures };
}
