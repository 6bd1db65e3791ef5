"use client";

import { Printer, Truck, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { takeOffRoute } from "@/lib/logistics/actions";
import { METHOD_LABEL } from "@/lib/logistics/carriers/way";
import type { ListedShipment } from "@/lib/logistics/parcels/shipment-list";
import type { RouteChoice } from "@/lib/logistics/route-queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { useAction } from "../forms/use-action";
import { Button, LinkButton } from "../ui/button";
import { DateTime } from "../ui/time";
import { toast } from "../ui/toast";
import { LeaveByMark } from "./parcels/leave-by-mark";
import { PickupStatusBadge } from "./pickups/pickup-status-badge";
import { PutOnRoute } from "./put-on-route";
import { ShipmentStatusBadge } from "./status-badges";

const columnsOn = (today: string): Column<ListedShipment>[] => [
  {
    id: "number",
    header: "Shipment",
    cell: (row) => (
      <span className="whitespace-nowrap">{row.type === "pickup" ? `Pick-up ${row.number}` : row.number}</span>
    ),
    card: "title",
    width: "13rem",
  },
  { id: "leaveBy", header: "Day", cell: (row) => <LeavesBy row={row} today={today} />, width: "11rem" },
  { id: "practice", header: "Practice", cell: (row) => row.practice },
  { id: "cases", header: "Cases", cell: (row) => <Cases numbers={row.cases} />, from: "md" },
  { id: "parcels", header: "Parcels", cell: (row) => row.parcels, numeric: true, width: "5rem" },
  { id: "way", header: "Way", cell: (row) => <WayCell row={row} /> },
  {
    id: "status",
    header: "Status",
    cell: (row) =>
      row.type === "pickup" ? <PickupStatusBadge status={row.status} /> : <ShipmentStatusBadge status={row.status} />,
    card: "badge",
  },
];

function Cases({ numbers }: { numbers: string[] }) {
  if (numbers.length === 0) return <span className="text-muted">None named</span>;
  return (
    <span className="tabular-nums">
      {numbers.slice(0, 2).map((number, i) => (
        <span key={number}>
          {i > 0 && ", "}
          <span className="whitespace-nowrap">{number}</span>
        </span>
      ))}
      {numbers.length > 2 && ` and ${numbers.length - 2} more`}
    </span>
  );
}

function LeavesBy({ row, today }: { row: ListedShipment; today: string }) {
  const isGone = row.status === "delivered" || row.status === "cancelled" || row.status === "in_transit";
  if (isGone || row.type === "pickup") {
    const isLate = row.type === "pickup" && row.leaveBy < today && !isGone;
    return (
      <span className={isLate ? "font-medium text-danger-text" : "text-muted"}>
        {isLate && "Late: "}
        {row.type === "pickup" && row.leaveBy === today ? "Today" : <DateTime iso={row.leaveBy} format="day" />}
      </span>
    );
  }
  return <LeaveByMark leaveBy={row.leaveBy} today={today} method={row.method} />;
}

function WayCell({ row }: { row: ListedShipment }) {
  if (row.failure) return <span className="text-danger-text">Came back: {row.failure}</span>;
  if (row.status === "delivered" && row.deliveredAt)
    return (
      <span>
        {row.receivedBy ?? "Handed over"}, <DateTime iso={new Date(row.deliveredAt).toISOString()} format="datetime" />
      </span>
    );
  if (row.method !== "driver")
    return (
      <span className="max-sm:text-right">
        {row.carrier ?? METHOD_LABEL[row.method]}
        {row.tracking.length > 0 && (
          <span className="block text-xs text-muted tabular-nums">{row.tracking.join(", ")}</span>
        )}
      </span>
    );
  if (!row.route || !row.routeDate) return <span className="text-muted">No route yet</span>;
  return (
    <span className="max-sm:text-right">
      {row.route}, <DateTime iso={row.routeDate} format="day" />
      {row.expectedAt && row.status === "scheduled" && (
        <span className="block text-xs text-muted">
          expected <DateTime iso={new Date(row.expectedAt).toISOString()} format="time" />
        </span>
      )}
    </span>
  );
}

type ShipmentTableProps = {
  rows: ListedShipment[];
  /** What may be done with chosen shipments in this list. */
  bulk: "put" | "take" | null;
  routes: RouteChoice[];
  drivers: { id: string; name: string }[];
  today: string;
  empty: ReactNode;
  pager: ReactNode;
};

/** Shipments of a list; chosen ones get their labels printed, or go on a route, or off it again. */
export function ShipmentTable({ rows, bulk, routes, drivers, today, empty, pager }: ShipmentTableProps) {
  return (
    <DataTable
      label="Shipments"
      rows={rows}
      columns={columnsOn(today)}
      rowId={(row) => row.id}
      rowHref={(row) => `/shipments/${row.id}`}
      bulk={(selected, clear) => (
        <>
          <LinkButton
            size="sm"
            icon={<Printer />}
            href={`/shipments/labels?shipments=${selected.map((row) => row.id).join(",")}`}
          >
            Labels
          </LinkButton>
          {bulk === "put" && (
            <PutOnRoute
              shipments={selected}
              routes={routes}
              drivers={drivers}
              today={today}
              onDone={clear}
              trigger={
                <Button size="sm" variant="primary" icon={<Truck />}>
                  Put on a route
                </Button>
              }
            />
          )}
          {bulk === "take" && <TakeOff shipments={selected} onDone={clear} />}
        </>
      )}
      empty={empty}
      pager={pager}
    />
  );
}

/** Takes shipments off their route so that they wait for another. */
export function TakeOff({ shipments, onDone }: { shipments: { id: string; number: string }[]; onDone?: () => void }) {
  const router = useRouter();
  const { run, pending } = useAction(takeOffRoute, {
    onSuccess: () => {
      toast.success(
        shipments.length === 1
          ? `${shipments[0]?.number} is off the route`
          : `${shipments.length} are off their routes`,
      );
      onDone?.();
      router.refresh();
    },
  });
  return (
    <Button
      size={onDone ? "sm" : "md"}
      icon={<Undo2 />}
      loading={pending}
      onClick={() => run({ shipmentIds: shipments.map((one) => one.id) })}
    >
      Take off the route
    </Button>
  );
}
