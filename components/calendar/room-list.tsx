"use client";

import { Archive, ArchiveRestore, DoorOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { archiveRoom, restoreRoom } from "@/lib/calendar/rooms/actions";
import type { Room } from "@/lib/calendar/rooms/edit-rooms";
import { useAction } from "../forms/use-action";
import { StatusBadge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { Panel } from "../ui/card";
import { EmptyState } from "../ui/states";
import { toast } from "../ui/toast";
import { RoomForm } from "./room-form";

/** The rooms of the lab: changed, archived with a way back, and taken into use again. */
export function RoomList({ rooms }: { rooms: readonly Room[] }) {
  const router = useRouter();
  const back = useAction(restoreRoom, { onSuccess: () => router.refresh() });
  const away = useAction(archiveRoom, {
    onSuccess: ({ id }) => {
      router.refresh();
      toast.undo("Room archived", () => back.run({ id }));
    },
  });
  if (rooms.length === 0)
    return (
      <EmptyState
        icon={<DoorOpen />}
        title="No rooms yet"
        hint="A room can be booked for appointments and is never booked twice."
        action={<RoomForm />}
      />
    );
  return (
    <Panel title="Rooms" flush>
      <ul aria-label="Rooms" className="divide-y">
        {rooms.map((room) => (
          <li key={room.id} className="flex items-center gap-3 px-3 py-1.5 text-sm">
            <span className="min-w-0 flex-1">
              <span className="block font-medium break-words">{room.name}</span>
              <span className="block text-xs text-muted tabular-nums">
                {[room.capacity && `holds ${room.capacity}`, room.ahead === 0 ? "nothing ahead" : `${room.ahead} ahead`]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </span>
            {room.archived && <StatusBadge tone="neutral">Archived</StatusBadge>}
            <RoomForm room={room} />
            {room.archived ? (
              <IconButton
                label={`Use ${room.name} again`}
                icon={<ArchiveRestore />}
                size="sm"
                disabled={back.pending}
                onClick={() => back.run({ id: room.id })}
              />
            ) : (
              <IconButton
                label={`Archive ${room.name}`}
                icon={<Archive />}
                size="sm"
                disabled={away.pending}
                onClick={() => away.run({ id: room.id })}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
