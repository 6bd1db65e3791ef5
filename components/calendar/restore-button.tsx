"use client";

import { CalendarCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { restoreAppointment } from "@/lib/calendar/actions";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

/** Lets a cancelled appointment take place after all, with those of its series that were cancelled together with it. */
export function RestoreButton({ id, version }: { id: string; version: number }) {
  const router = useRouter();
  const back = useAction(restoreAppointment, {
    onSuccess: ({ count }) => {
      toast.success(count > 1 ? `${count} appointments take place after all` : "It takes place after all");
      router.refresh();
    },
  });
  return (
    <Button icon={<CalendarCheck />} loading={back.pending} onClick={() => back.run({ id, version })}>
      Take the cancellation back
    </Button>
  );
}
