"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Input, Textarea } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { LetterName } from "@/lib/mail/templates/catalogue";
import type { LetterKind, LetterWords } from "@/lib/mail/templates/kind";
import { previewText, resetText, sendTrial, writeText } from "@/lib/mail/texts/actions";
import { LetterPreview, type Preview } from "./letter-preview";

type Props = {
  name: LetterName;
  kind: Pick<LetterKind, "places" | "leads">;
  language: string;
  words: LetterWords;
  /** Casepan's own, to go back to. */
  own: LetterWords;
  isOwn: boolean;
  revision: number;
  first: Preview;
};

/** The words of one letter in one language, beside how it will look. */
export function TextEditor({ name, kind, language, words, own, isOwn, revision, first }: Props) {
  const router = useRouter();
  const [preview, setPreview] = useState(first);
  const form = useActionForm(writeText, {
    defaultValues: { kind: name, language, seen: revision, words },
    onSuccess: () => {
      toast.success("Saved. Letters say it from now on.");
      router.refresh();
    },
  });
  const reset = useAction(resetText, {
    onSuccess: () => {
      toast.success("Back to Casepan's words");
      router.refresh();
    },
  });
  const trial = useAction(sendTrial, {
    onSuccess: ({ to }) => toast.success(`A trial is on its way to ${to}`, "In these words, with sample data."),
  });
  const show = useAction(previewText, { onSuccess: setPreview, onRefused: () => {} });
  const typed = form.watch("words");
  const { run } = show;
  useEffect(() => {
    const later = setTimeout(() => void run({ kind: name, language, words: typed }), 500);
    return () => clearTimeout(later);
  }, [run, name, language, typed]);
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <Form form={form}>
        <Panel title="Words" aside={isOwn ? "Casepan's own" : `Version ${revision}`}>
          <div className="flex flex-col gap-4">
            <Field name="words.subject" label="Subject" required>
              <Input {...form.register("words.subject")} />
            </Field>
            <Field name="words.heading" label="Heading" required>
              <Input {...form.register("words.heading")} />
            </Field>
            <Field
              name="words.body"
              label="Text"
              required
              hint="An empty line begins a paragraph. A line that names something empty is left out."
            >
              <Textarea rows={12} {...form.register("words.body")} />
            </Field>
            {kind.leads && (
              <Field name="words.button" label="Button" required>
                <Input {...form.register("words.button")} />
              </Field>
            )}
            <Field name="words.footnote" label="Small print">
              <Textarea rows={2} {...form.register("words.footnote")} />
            </Field>
            <div className="flex flex-wrap gap-2">
              <SubmitButton>Save words</SubmitButton>
              <Button
                loading={trial.pending}
                onClick={() =>
                  void trial.run({
                    kind: name,
                    language,
                    words: form.getValues("words"),
                    idempotencyKey: crypto.randomUUID(),
                  })
                }
              >
                Send me a trial
              </Button>
              {!isOwn && (
                <Button
                  variant="ghost"
                  loading={reset.pending}
                  onClick={() => void reset.run({ kind: name, language, seen: revision })}
                >
                  Back to Casepan's words
                </Button>
              )}
              {isOwn && form.formState.isDirty && (
                <Button
                  variant="ghost"
                  onClick={() => form.reset({ kind: name, language, seen: revision, words: own })}
                >
                  Leave it
                </Button>
              )}
            </div>
          </div>
        </Panel>
        <Panel title="What can stand in it">
          <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]">
            {Object.entries(kind.places).map(([place, { says, needed, alone }]) => (
              <div key={place} className="contents">
                <dt className="font-mono text-xs leading-5">{`{${place}}`}</dt>
                <dd className="text-muted">
                  {says}
                  {needed && ", must stand there"}
                  {alone && ", in a paragraph of its own"}
                </dd>
              </div>
            ))}
          </dl>
        </Panel>
      </Form>
      <LetterPreview preview={preview} />
    </div>
  );
}
