"use client";

import { Paperclip } from "lucide-react";
import type { ReactNode } from "react";
import type { MailRow, MailStatus } from "@/lib/mail/queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { FilterSelect } from "../data-table/filter-select";
import { SearchInput } from "../ui/search-input";
import { DateTime } from "../ui/time";
import { MAIL_STATUS, MailStatusBadge } from "./mail-status";

/** `created` is an ISO instant. */
export type ShownLetter = Omit<MailRow, "createdAt"> & { created: string };

const columns: Column<ShownLetter>[] = [
  { id: "subject", header: "Subject", cell: (row) => row.subject, card: "title" },
  { id: "to", header: "To", cell: (row) => <span className="wrap-anywhere">{row.to}</span>, width: "14rem" },
  {
    id: "attachments",
    header: "Files",
    cell: (row) =>
      row.attachments > 0 && (
        <span className="inline-flex items-center gap-1 tabular-nums">
          <Paperclip aria-hidden className="size-3.5" />
          {row.attachments}
        </span>
      ),
    card: "hidden",
    from: "md",
    width: "5rem",
  },
  { id: "created", header: "Written", cell: (row) => <DateTime iso={row.created} format="datetime" />, width: "11rem" },
  {
    id: "status",
    header: "Status",
    cell: (row) => <MailStatusBadge status={row.status} />,
    card: "badge",
    width: "8rem",
  },
];

const statuses = (Object.keys(MAIL_STATUS) as MailStatus[]).map((value) => ({
  value,
  label: MAIL_STATUS[value].label,
}));

/** The letters of the lab, each opening its own page. */
export function LetterTable({ rows, empty, pager }: { rows: ShownLetter[]; empty: ReactNode; pager: ReactNode }) {
  return (
    <DataTable
      label="Letters"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/outbox/${row.id}`}
      toolbar={
        <>
          <SearchInput label="Search letters" />
          <FilterSelect label="Status" param="status" options={statuses} />
        </>
      }
      empty={empty}
      pager={pager}
    />
  );
}
