"use client";

import type { Availability } from "@/lib/departments/machines/availability";
import type { MachineRecord } from "@/lib/departments/machines/queries";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { StatusBadge } from "../../ui/badge";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { machineLook } from "./machine-look";

export type MachineLine = MachineRecord & { stood: Omit<Availability, "equipmentId" | "month"> };

const percent = (share: number | null) => (share === null ? "–" : `${(share * 100).toFixed(1)} %`);

const columns: Column<MachineLine>[] = [
  { id: "code", header: "Machine", cell: (row) => `${row.code}, ${row.name}`, card: "title" },
  { id: "department", header: "Department", cell: (row) => row.department },
  {
    id: "status",
    header: "State",
    cell: (row) => {
      const { tone, word } = machineLook(row);
      return <StatusBadge tone={tone}>{word}</StatusBadge>;
    },
    card: "badge",
    width: "10rem",
  },
  { id: "share", header: "Available", cell: (row) => percent(row.stood.share), numeric: true },
  { id: "faults", header: "Faults", cell: (row) => row.stood.faults, numeric: true },
  {
    id: "mtbf",
    header: "Hours between",
    cell: (row) => (row.stood.hoursBetweenFailures === null ? "–" : Math.round(row.stood.hoursBetweenFailures)),
    numeric: true,
    from: "md",
  },
  {
    id: "maintained",
    header: "Last maintained",
    cell: (row) => (row.lastMaintainedOn ? <DateTime iso={row.lastMaintainedOn} format="date" /> : "–"),
    from: "lg",
  },
  {
    id: "calibrated",
    header: "Calibrated until",
    cell: (row) => (row.calibratedUntil ? <DateTime iso={row.calibratedUntil} format="date" /> : "–"),
    from: "lg",
  },
];

/** The machines of the lab with their state and how they stood in the last months. */
export function MachineTable({ rows }: { rows: MachineLine[] }) {
  return (
    <DataTable
      label="Machines"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/departments/machines/${row.id}`}
      scroll="page"
      empty={<EmptyState title="No machines yet" hint="Add the scanners, printers, mills and furnaces of the lab." />}
    />
  );
}
