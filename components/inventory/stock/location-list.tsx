"use client";

import { Archive, MapPin, Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { archiveLocation, restoreLocation, saveLocation } from "@/lib/inventory/items/actions";
import type { Location } from "@/lib/inventory/items/locations";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { IconButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";
import { Money } from "../../ui/money";
import { EmptyState } from "../../ui/states";
import { toast } from "../../ui/toast";

/** The places where stock lies. */
export function LocationList({ locations, editable }: { locations: Location[]; editable: boolean }) {
  const columns: Column<Location>[] = [
    { id: "name", header: "Location", card: "title", cell: (row) => row.name },
    { id: "lots", header: "Lots there", numeric: true, width: "8rem", cell: (row) => row.lots },
    {
      id: "items",
      header: "Items that belong there",
      numeric: true,
      from: "md",
      width: "12rem",
      cell: (row) => row.items,
    },
    { id: "value", header: "Value", numeric: true, width: "9rem", cell: (row) => <Money amount={row.value} /> },
    { id: "notes", header: "Notes", from: "md", cell: (row) => row.notes ?? "–" },
    {
      id: "actions",
      header: "Actions",
      card: "badge",
      width: "7rem",
      cell: (row) => editable && <LocationActions location={row} />,
    },
  ];
  return (
    <DataTable
      label="Locations"
      rememberColumns={false}
      rows={locations}
      columns={columns}
      rowId={(row) => row.id}
      rowHref={(row) => `/inventory?location=${row.id}`}
      scroll="page"
      empty={
        <EmptyState
          icon={<MapPin strokeWidth={1.5} />}
          title="No location yet"
          hint="A store, a shelf, a drawer at a bench: where stock lies and is counted."
        />
      }
    />
  );
}

function LocationActions({ location }: { location: Location }) {
  const router = useRouter();
  const restore = useAction(restoreLocation, { onSuccess: () => router.refresh() });
  const archive = useAction(archiveLocation, {
    onSuccess: () => {
      toast.undo(`${location.name} archived`, () => restore.run({ locationId: location.id }));
      router.refresh();
    },
  });
  return (
    <span className="flex gap-1">
      <LocationDialog
        location={location}
        trigger={<IconButton label={`Rename ${location.name}`} icon={<Pencil />} size="sm" />}
      />
      <IconButton
        label={`Archive ${location.name}`}
        icon={<Archive />}
        size="sm"
        loading={archive.pending}
        onClick={() => archive.run({ locationId: location.id })}
      />
    </span>
  );
}

/** Adds a place or renames one. */
export function LocationDialog({ location, trigger }: { location?: Location; trigger: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={location ? `Change ${location.name}` : "New location"}
    >
      <LocationForm location={location} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function LocationForm({ location, onDone }: { location?: Location; onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(saveLocation, {
    defaultValues: { name: location?.name ?? "", notes: location?.notes ?? "" },
    toInput: (values: { name: string; notes: string }) => ({ ...values, locationId: location?.id ?? null }),
    onSuccess: () => {
      onDone();
      toast.success(location ? "Location changed" : "Location added");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="name" label="Name" required>
        <Input autoComplete="off" maxLength={80} {...form.register("name")} />
      </Field>
      <Field name="notes" label="Notes">
        <Input autoComplete="off" maxLength={300} {...form.register("notes")} />
      </Field>
      <SubmitButton className="self-end">{location ? "Save location" : "Add location"}</SubmitButton>
    </Form>
  );
}
