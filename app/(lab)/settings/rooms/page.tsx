import { RoomForm } from "@/components/calendar/room-form";
import { RoomList } from "@/components/calendar/room-list";
import { SettingsHeader } from "@/components/settings/settings-header";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { pageActor } from "@/lib/access/current";
import { listRooms } from "@/lib/calendar/rooms/edit-rooms";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Rooms" };

export default async function RoomsPage() {
  const actor = await pageActor("departments.manage");
  const rooms = await asActor(actor, listRooms);
  return (
    <>
      <LiveRefresh topics={["calendar"]} />
      <SettingsHeader
        actor={actor}
        current="/settings/rooms"
        title="Rooms"
        subtitle="Where appointments are held"
        actions={rooms.length > 0 && <RoomForm />}
      />
      <div className="max-w-3xl">
        <RoomList rooms={rooms} />
      </div>
    </>
  );
}
