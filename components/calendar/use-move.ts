"use client";

import type { EventApi } from "@fullcalendar/core";
import { useRouter } from "next/navigation";
import { moveAppointment } from "@/lib/calendar/actions";
import { spanWords } from "@/lib/calendar/lab-time";
import type { CalendarEntry } from "@/lib/calendar/queries";
import { UNREACHABLE } from "../forms/action-result";
import { refusalText } from "../forms/use-action";
import { useRegion } from "../ui/region";
import { toast } from "../ui/toast";

type Moved = { event: EventApi; revert: () => void };

/** Moves or stretches an appointment as it was dragged; offers the way back, and puts it back itself where that is refused. */
export function useMove() {
  const router = useRouter();
  const { zone, locale } = useRegion();
  const send = async (input: Parameters<typeof moveAppointment>[0], revert?: () => void) => {
    const result = await moveAppointment(input).catch(() => null);
    if (result?.ok) return result.data;
    revert?.();
    toast.error(result ? refusalText(result) : UNREACHABLE);
    router.refresh();
    return null;
  };
  return async ({ event, revert }: Moved) => {
    const { id, version } = event.extendedProps.entry as CalendarEntry;
    if (!event.start || !event.end) return revert();
    const moved = await send(
      { id, version, startsAt: event.start.toISOString(), endsAt: event.end.toISOString() },
      revert,
    );
    if (!moved) return;
    router.refresh();
    const now = spanWords(event.start.toISOString(), event.end.toISOString(), zone, locale);
    toast.undo(`${event.title} is now ${now}`, async () => {
      await send({ id, version: moved.version, ...moved.before });
      router.refresh();
    });
  };
}
