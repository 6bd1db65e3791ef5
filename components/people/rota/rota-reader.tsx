"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { dayWords } from "@/lib/staff/day-words";
import { offerShift } from "@/lib/staff/rota/actions";
import type { Rota, RotaShift } from "@/lib/staff/rota/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Dialog } from "../../ui/dialog";
import { useRegion } from "../../ui/region";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import { DayList } from "./day-list";
import { WeekTable } from "./week-table";

type RotaReaderProps = { rota: Rota; today: string; me: string | null };
type Own = { shift: RotaShift; day: string };

/** The week to read, as a table or (on a phone) by day; one's own shifts that are to come can be offered to a colleague. */
export function RotaReader({ rota, today, me }: RotaReaderProps) {
  const [open, setOpen] = useState<Own | null>(null);
  const openOf = (userId: string, day: string) =>
    userId === me && day >= today ? (shift: RotaShift) => setOpen({ shift, day }) : undefined;
  return (
    <>
      <div className="hidden sm:block print:block">
        <WeekTable rota={rota} today={today} openOf={openOf} />
      </div>
      <div className="sm:hidden print:hidden">
        <DayList rota={rota} today={today} openOf={openOf} />
      </div>
      {open && (
        <OfferDialog
          own={open}
          colleagues={rota.rows
            .filter(({ userId }) => userId !== me)
            .map(({ userId, name }) => ({ value: userId, label: name }))}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

type OfferProps = { own: Own; colleagues: { value: string; label: string }[]; onClose: () => void };

function OfferDialog({ own: { shift, day }, colleagues, onClose }: OfferProps) {
  const router = useRouter();
  const { locale } = useRegion();
  const form = useActionForm(offerShift, {
    defaultValues: { userId: "" },
    toInput: ({ userId }) => ({ id: shift.id, version: shift.version, userId }),
    onSuccess: () => {
      toast.success("Offered. It stays yours until your colleague took it and the swap is approved.");
      onClose();
      router.refresh();
    },
  });
  return (
    <Dialog
      title="Offer this shift to a colleague"
      description={`${dayWords(day, locale)}, ${shift.from}–${shift.to}. It stays yours until they took it and the swap is approved.`}
      size="sm"
      open
      onOpenChange={(is) => is || onClose()}
    >
      <Form form={form} aria-label="Offer a shift">
        <Field name="userId" label="Colleague" required>
          <Select placeholder="Choose a colleague" options={colleagues} {...form.register("userId")} />
        </Field>
        <div>
          <SubmitButton>Offer shift</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
