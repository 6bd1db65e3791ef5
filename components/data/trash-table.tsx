"use client";

import { RotateCcw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { restoreFromTrash } from "@/lib/data/trash/actions";
import type { TrashEntry } from "@/lib/data/trash/queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { FilterSelect } from "../data-table/filter-select";
import { refusalText, useAction } from "../forms/use-action";
import { AlertDialog } from "../ui/alert-dialog";
import { Button } from "../ui/button";
import { SearchInput } from "../ui/search-input";
import { DateTime } from "../ui/time";
import { toast } from "../ui/toast";

type TrashTableProps = {
  entries: TrashEntry[];
  /** What each kind is called, by table. */
  labels: Record<string, string>;
  empty: ReactNode;
  pager: ReactNode;
};

/** What was put away, each with a way back. */
export function TrashTable({ entries, labels, empty, pager }: TrashTableProps) {
  const columns: Column<TrashEntry>[] = [
    {
      id: "name",
      header: "What",
      cell: (row) => <span className="wrap-anywhere">{row.name || "Without a name"}</span>,
      card: "title",
    },
    { id: "kind", header: "Kind", cell: (row) => labels[row.kind], width: "14rem" },
    {
      id: "person",
      header: "Put away by",
      cell: (row) => row.person ?? <span className="text-muted">Casepan</span>,
      width: "12rem",
    },
    { id: "when", header: "When", cell: (row) => <DateTime iso={row.deletedAt} format="datetime" />, width: "11rem" },
    {
      id: "restore",
      header: "",
      cell: (row) => <RestoreButton entry={row} label={labels[row.kind] ?? row.kind} />,
      width: "8rem",
    },
  ];
  return (
    <DataTable
      label="Trash"
      rows={entries}
      columns={columns}
      rowId={(row) => row.id}
      toolbar={
        <>
          <SearchInput label="Search the trash" placeholder="Name, number or words" />
          <FilterSelect
            label="Kind"
            param="kind"
            options={Object.entries(labels)
              .map(([value, label]) => ({ value, label }))
              .sort((a, b) => a.label.localeCompare(b.label))}
          />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}

function RestoreButton({ entry, label }: { entry: TrashEntry; label: string }) {
  const [question, setQuestion] = useState<string | null>(null);
  const { run, pending } = useAction(restoreFromTrash, {
    onSuccess: ({ restored }) =>
      toast.success(
        `${label} ${entry.name} is back`,
        restored > 1 ? `With ${restored - 1} that went with it.` : undefined,
      ),
    onRefused: (refusal) => {
      const { reason } = refusal as { reason?: string };
      if (reason === "parent_deleted") setQuestion(refusalText(refusal));
      else toast.error(refusalText(refusal));
    },
  });
  return (
    <>
      <Button
        size="sm"
        icon={<RotateCcw aria-hidden />}
        loading={pending}
        onClick={() => run({ kind: entry.kind, id: entry.id })}
        aria-label={`Restore ${label.toLowerCase()} ${entry.name}`}
      >
        Restore
      </Button>
      <AlertDialog
        open={question !== null}
        onOpenChange={(open) => !open && setQuestion(null)}
        title="What it belongs to is in the trash, too"
        description={question}
        confirm="Restore both"
        tone="primary"
        onConfirm={() => {
          setQuestion(null);
          run({ kind: entry.kind, id: entry.id, withParents: true });
        }}
      />
    </>
  );
}
