"use client";

import { FileSearch, Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { sendStatements } from "@/lib/billing/statements/actions";
import type { StatementResult } from "@/lib/billing/statements/send-statement";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button, LinkButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input } from "../../ui/input";
import { ResultList } from "./result-list";

type SendStatementsProps = {
  accounts: { practiceId: string; currency: string }[];
  /** The practice's own, when it is one; null for several. */
  address: string | null;
  period: { from: string; to: string };
  /** The lab's day. */
  today: string;
  onDone?: () => void;
};

/** Sends the statements of one account, or of several at once, over a period; says afterwards what became of each. */
export function SendStatements(props: SendStatementsProps) {
  const { accounts, onDone } = props;
  const [open, setOpen] = useState(false);
  const [results, setResults] = useState<StatementResult[] | null>(null);
  const router = useRouter();
  const change = (next: boolean) => {
    setOpen(next);
    if (next || !results) return;
    setResults(null);
    onDone?.();
    router.refresh();
  };
  const words = accounts.length === 1 ? "Send statement" : `Send ${accounts.length} statements`;
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon={<Send />}>
          {words}
        </Button>
      }
      title={results ? "Statements" : words}
      description={results ? undefined : "Kept as it is now, and mailed with its PDF."}
    >
      {results ? (
        <ResultList
          results={results.map((one) => ({
            key: `${one.practiceId} ${one.currency}`,
            name: one.practice,
            sent: one.outcome === "sent",
            words: one.outcome === "sent" ? `${one.currency} statement to ${one.to}` : one.words,
          }))}
        />
      ) : (
        <SendForm {...props} words={words} onResults={setResults} />
      )}
    </Dialog>
  );
}

type SendFormProps = SendStatementsProps & { words: string; onResults: (results: StatementResult[]) => void };

function SendForm({ accounts, address, period, today, words, onResults }: SendFormProps) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(sendStatements, {
    defaultValues: { from: period.from, to: period.to, address: address ?? "" },
    toInput: (values) => ({
      ...values,
      address: address === null ? ("" as const) : values.address,
      accounts,
      idempotencyKey,
    }),
    onSuccess: ({ results }) => onResults(results),
  });
  const [from, to] = form.watch(["from", "to"]);
  const [only] = accounts;
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="from" label="From" required>
          <DateInput max={today} {...form.register("from")} />
        </Field>
        <Field name="to" label="As of" required>
          <DateInput max={today} {...form.register("to")} />
        </Field>
      </div>
      {address !== null && (
        <Field
          name="address"
          label="E-mail address"
          hint={address ? "The practice's own address" : "The practice has none on file"}
          required
        >
          <Input type="email" autoComplete="off" {...form.register("address")} />
        </Field>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {accounts.length === 1 && only && (
          <LinkButton
            href={`/api/accounts/${only.practiceId}/pdf?${new URLSearchParams({ currency: only.currency, from, to })}`}
            icon={<FileSearch />}
            prefetch={false}
            target="_blank"
          >
            Preview
          </LinkButton>
        )}
        <SubmitButton>{words}</SubmitButton>
      </div>
    </Form>
  );
}
