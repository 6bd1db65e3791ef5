"use client";

import { Truck, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { takeOffRoute } from "@/lib/logistics/actions";
import type { RouteChoice } from "@/lib/logistics/route-queries";
import type { ListedShipment } from "@/lib/logistics/shipment-queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { DateTime, RelativeTime } from "../ui/time";
import { toast } from "../ui/toast";
import { PutOnRoute } from "./put-on-route";
import { ShipmentStatusBadge } from "./status-badges";

const columns: Column<ListedShipment>[] = [
  { id: "number", header: "Shipment", cell: (row) => row.number, card: "title", width: "9rem" },
  { id: "practice", header: "Practice", cell: (row) => row.practice },
  {
    id: "cases",
    header: "Cases",
    cell: (row) => (
      <span className="tabular-nums">
        {row.cases.slice(0, 2).join(", ")}
        {row.cases.length > 2 && ` and ${row.cases.length - 2} more`}
      </span>
    ),
    from: "md",
  },
  { id: "items", header: "Items", cell: (row) => row.items, numeric: true, width: "5rem" },
  { id: "route", header: "Route", cell: (row) => <RouteCell row={row} /> },
  {
    id: "created",
    header: "Packed",
    cell: (row) => <RelativeTime iso={new Date(row.createdAt).toISOString()} />,
    from: "lg",
    card: "hidden",
  },
  { id: "status", header: "Status", cell: (row) => <ShipmentStatusBadge status={row.status} />, card: "badge" },
];

function RouteCell({ row }: { row: ListedShipment }) {
  if (row.failure) return <span className="text-danger-text">Came back: {row.failure}</span>;
  if (row.status === "delivered" && row.deliveredAt)
    return (
      <span>
        {row.receivedBy ?? "Handed over"}, <DateTime iso={new Date(row.deliveredAt).toISOString()} format="datetime" />
      </span>
    );
  if (!row.route || !row.routeDate) return <span className="text-muted">None yet</span>;
  return (
    <span>
      {row.route}, <DateTime iso={row.routeDate} format="day" />
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

/** Shipments of a list; chosen ones go on a route, or off it again. */
export function ShipmentTable({ rows, bulk, routes, drivers, today, empty, pager }: ShipmentTableProps) {
  return (
    <DataTable
      label="Shipments"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/shipments/${row.id}`}
      bulk={
        bulk === null
          ? undefined
          : (selected, clear) =>
              bulk === "put" ? (
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
              ) : (
                <TakeOff shipments={selected} onDone={clear} />
              )
      }
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
