"use client";

import { CalendarDays, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { PlannedDowntime } from "@/lib/departments/machines/queries";
import { takeBackDowntime } from "@/lib/departments/maintenance/actions";
import { useAction } from "../../forms/use-action";
import { Button, LinkButton } from "../../ui/button";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";

/** Planned downtimes that last or lie ahead, each with the way to take it back. */
export function PlannedList({ downtimes, named }: { downtimes: readonly PlannedDowntime[]; named?: boolean }) {
  const router = useRouter();
  const takeBack = useAction(takeBackDowntime, {
    onSuccess: () => {
      toast.success("The downtime is taken back");
      router.refresh();
    },
  });
  if (downtimes.length === 0) return <EmptyState title="No downtime is planned" />;
  return (
    <ul aria-label="Planned downtimes" className="divide-y">
      {downtimes.map((each) => (
        <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
          <span className="min-w-0 flex-1 basis-48">
            {named && (
              <Link
                href={`/departments/machines/${each.equipmentId}`}
                className="font-medium text-accent-text hover:underline"
              >
                {each.machine}
              </Link>
            )}{" "}
            <DateTime iso={each.from.toISOString()} /> to <DateTime iso={each.to.toISOString()} />
            <span className="block text-xs text-muted">{each.note ?? each.plan}</span>
          </span>
          {each.ofAppointment ? (
            <LinkButton
              size="sm"
              variant="ghost"
              href={`/calendar/${each.ofAppointment}`}
              icon={<CalendarDays aria-hidden />}
              aria-label={`The appointment of ${each.machine} in the calendar`}
            >
              In the calendar
            </LinkButton>
          ) : (
            <Button
              size="sm"
              variant="ghost"
              icon={<X aria-hidden />}
              aria-label={`Take the downtime of ${each.machine} back`}
              onClick={() => takeBack.run({ id: each.id })}
            >
              Take back
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
