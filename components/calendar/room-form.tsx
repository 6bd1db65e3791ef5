"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { addRoom, changeRoom } from "@/lib/calendar/rooms/actions";
import type { Room } from "@/lib/calendar/rooms/edit-rooms";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button, IconButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";

/** Adds a room, or changes one. */
export function RoomForm({ room }: { room?: Room }) {
  const [open, setOpen] = useState(false);
  const trigger = room ? (
    <IconButton label={`Change ${room.name}`} icon={<Pencil />} size="sm" />
  ) : (
    <Button variant="primary" icon={<Plus />}>
      New room
    </Button>
  );
  return (
    <Dialog
      title={room ? "Change the room" : "New room"}
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
    >
      <Fields room={room} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ room, close }: { room?: Room; close: () => void }) {
  const router = useRouter();
  const form = useActionForm<{ name: string; capacity: string }, { id: string }>(
    (values) => (room ? changeRoom({ id: room.id, ...values }) : addRoom(values)),
    {
      defaultValues: { name: room?.name ?? "", capacity: room?.capacity?.toString() ?? "" },
      onSuccess: () => {
        close();
        router.refresh();
      },
    },
  );
  return (
    <Form form={form}>
      <Field name="name" label="Name" required>
        <Input maxLength={80} autoComplete="off" {...form.register("name")} />
      </Field>
      <Field name="capacity" label="Holds" aside="optional" hint="How many people.">
        <Input inputMode="numeric" maxLength={4} {...form.register("capacity")} />
      </Field>
      <SubmitButton>{room ? "Save" : "Add room"}</SubmitButton>
    </Form>
  );
}
