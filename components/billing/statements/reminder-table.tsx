"use client";

import { BellRing } from "lucide-react";
import { useRouter } from "next/navigation";
import { Fragment, useState } from "react";
import { sendReminders } from "@/lib/billing/reminders/actions";
import type { DuePractice } from "@/lib/billing/reminders/due-reminders";
import type { ReminderResult } from "@/lib/billing/reminders/send-reminders";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { useAction } from "../../forms/use-action";
import { AlertDialog } from "../../ui/alert-dialog";
import { Badge, StatusBadge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Money } from "../../ui/money";
import { EmptyState } from "../../ui/states";
import type { Tone } from "../../ui/tone";
import { ResultList } from "./result-list";

const TONES: Tone[] = ["info", "warning", "danger"];

/** What a practice is to be reminded of, per currency. */
type Sum = { currency: string; amount: string };
export type ReminderRow = DuePractice & { sums: Sum[]; automatic: boolean };

const columns: Column<ReminderRow>[] = [
  {
    id: "practice",
    header: "Practice",
    card: "title",
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-x-2">
        {row.practice}
        {row.email === null && <Badge tone="warning">no address</Badge>}
        {row.automatic && <Badge>goes by itself</Badge>}
      </span>
    ),
  },
  {
    id: "level",
    header: "Level",
    card: "badge",
    cell: (row) => <StatusBadge tone={TONES[Math.min(row.level, 3) - 1]}>Level {row.level}</StatusBadge>,
    width: "7.5rem",
  },
  {
    id: "invoices",
    header: "Invoices",
    cell: (row) => (
      <span className="text-muted">
        {row.invoices.slice(0, 4).map(({ number, daysOverdue }, i) => (
          <Fragment key={number}>
            {i > 0 && ", "}
            <span className="whitespace-nowrap">{`${number} (${daysOverdue} days)`}</span>
          </Fragment>
        ))}
        {row.invoices.length > 4 && ` and ${row.invoices.length - 4} more`}
      </span>
    ),
  },
  {
    id: "amount",
    header: "Overdue",
    numeric: true,
    width: "9rem",
    cell: (row) => row.sums.map(({ currency, amount }) => <Money key={currency} amount={amount} currency={currency} />),
  },
];

/** What is due to be reminded today, those without an address first; some are sent, or all, with what became of each. */
export function ReminderTable({ rows }: { rows: ReminderRow[] }) {
  const router = useRouter();
  const [results, setResults] = useState<ReminderResult[] | null>(null);
  const { run, pending } = useAction(sendReminders, { onSuccess: (data) => setResults(data.results) });
  const send = (chosen: readonly ReminderRow[]) =>
    run({
      practiceIds: chosen.slice(0, 200).map(({ practiceId }) => practiceId),
      address: "",
      idempotencyKey: crypto.randomUUID(),
    });
  const close = () => {
    setResults(null);
    router.refresh();
  };
  const reachable = rows.filter(({ email }) => email !== null);
  const ofAll = reachable.length === 1 ? "Send 1 reminder" : `Send all ${Math.min(reachable.length, 200)} reminders`;
  return (
    <>
      <DataTable
        label="Reminders due"
        rows={rows}
        columns={columns}
        rowId={(row) => row.practiceId}
        rowHref={(row) => `/practices/${row.practiceId}/account`}
        bulk={(selected, clear) => (
          <Button
            size="sm"
            variant="primary"
            icon={<BellRing />}
            loading={pending}
            onClick={() => {
              send(selected);
              clear();
            }}
          >
            Send reminders
          </Button>
        )}
        toolbar={
          reachable.length > 0 && (
            <AlertDialog
              title={`${ofAll}?`}
              description="Each goes out by e-mail at the level beside it, and the next one waits for the next level."
              confirm="Send"
              tone="primary"
              onConfirm={() => send(reachable)}
              trigger={
                <Button variant="primary" icon={<BellRing />} loading={pending}>
                  {ofAll}
                </Button>
              }
            />
          )
        }
        empty={
          <EmptyState
            title="Nobody is to be reminded today"
            hint="An invoice comes here when it has been overdue as long as a level says, and leaves when it is paid, credited or paused."
          />
        }
      />
      <Dialog open={results !== null} onOpenChange={(open) => !open && close()} title="Reminders">
        <ResultList
          results={(results ?? []).map((one) => ({
            key: one.practiceId,
            name: one.practice,
            sent: one.outcome === "sent",
            words: one.outcome === "sent" ? `Level ${one.level} to ${one.to}` : one.words,
          }))}
        />
      </Dialog>
    </>
  );
}
