"use client";

import { CalendarSearch } from "lucide-react";
import { useState } from "react";
import { findFreeTimes } from "@/lib/calendar/actions";
import { labClock } from "@/lib/calendar/lab-time";
import { useAction } from "../forms/use-action";
import type { ActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { dateText } from "../ui/date-text";
import { useRegion } from "../ui/region";
import { type AppointmentValues, minutesBetween } from "./form-values";

type Slot = { startsAt: string; endsAt: string };

/** Offers the next times at which everybody chosen, the room and the machine are free, and takes one of them over. */
export function FreeTimes({ form, except }: { form: ActionForm<AppointmentValues>; except: string }) {
  const { zone, locale } = useRegion();
  const [slots, setSlots] = useState<Slot[] | null>(null);
  const find = useAction(findFreeTimes, { onSuccess: (found) => setSlots(found.slots) });
  const ask = () => {
    const values = form.getValues();
    const { people, roomId, equipmentId, day } = values;
    const minutes = Math.min(Math.max(minutesBetween(values) || 60, 5), 24 * 60);
    find.run({ people, roomId, equipmentId, day, minutes, except });
  };
  const take = (slot: Slot) => {
    const [from, to] = [labClock(slot.startsAt, zone), labClock(slot.endsAt, zone)];
    form.setValue("day", from.day);
    form.setValue("startsAt", from.clock);
    form.setValue("endDay", to.day);
    form.setValue("endsAt", to.clock);
    setSlots(null);
  };
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button size="sm" icon={<CalendarSearch />} loading={find.pending} onClick={ask}>
          Find a free time
        </Button>
      </div>
      <div role="status">
        {slots?.length === 0 && (
          <p className="text-sm text-muted">Nothing is free for all of them in the four weeks from that day.</p>
        )}
        {slots && slots.length > 0 && (
          <ul aria-label="Free times" className="flex flex-wrap gap-1.5">
            {slots.map((slot) => (
              <li key={slot.startsAt}>
                <Button size="sm" onClick={() => take(slot)}>
                  {dateText(slot.startsAt, "day", locale, zone)}, {labClock(slot.startsAt, zone).clock}–
                  {labClock(slot.endsAt, zone).clock}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
