"use client";

import { CalendarSync, CopyPlus, Printer, Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { copyRotaWeek, publishRota } from "@/lib/staff/rota/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput } from "../../ui/input";
import { toast } from "../../ui/toast";
import { FeedPanel, type OpenFeed } from "./feed-panel";

type RotaActionsProps = {
  /** The Monday shown, and the one after it. */
  week: string;
  nextWeek: string;
  department: { id: string; name: string } | null;
  drafts: number;
  manages: boolean;
  /** Absent for those who have no feed of the rota. */
  feeds?: OpenFeed[];
};

/** What can be done with the rota that is shown: publish, copy, print, subscribe. */
export function RotaActions({ week, nextWeek, department, drafts, manages, feeds }: RotaActionsProps) {
  const router = useRouter();
  const publish = useAction(publishRota, {
    onSuccess: ({ published }) => {
      toast.success(published === 1 ? "1 shift published" : `${published} shifts published`);
      router.refresh();
    },
  });
  return (
    <>
      {feeds && (
        <Dialog
          title="Calendar feed"
          description="A secret address that a calendar reads the rota from. Whoever knows it can read it."
          trigger={<Button icon={<CalendarSync />}>Calendar feed</Button>}
        >
          <FeedPanel feeds={feeds} department={department} />
        </Dialog>
      )}
      <Button icon={<Printer />} onClick={() => window.print()} className="max-sm:hidden">
        Print
      </Button>
      {manages && <CopyWeek week={week} nextWeek={nextWeek} departmentId={department?.id ?? null} />}
      {manages && (
        <Button
          variant="primary"
          icon={<Send />}
          loading={publish.pending}
          disabled={drafts === 0}
          onClick={() => publish.run({ week, departmentId: department?.id ?? null })}
        >
          {drafts === 0 ? "Nothing to publish" : `Publish ${drafts} ${drafts === 1 ? "draft" : "drafts"}`}
        </Button>
      )}
    </>
  );
}

function CopyWeek({ week, nextWeek, departmentId }: { week: string; nextWeek: string; departmentId: string | null }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const form = useActionForm(copyRotaWeek, {
    defaultValues: { to: nextWeek },
    toInput: ({ to }) => ({ from: week, to, departmentId }),
    onSuccess: ({ copied, left }) => {
      const words = copied === 1 ? "1 shift copied as a draft" : `${copied} shifts copied as drafts`;
      toast.success(words, left > 0 ? `${left} left out: there is a shift or leave already.` : undefined);
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <Dialog
      title="Copy this week's shifts"
      description="At the same hours, as drafts. What overlaps a shift or leave is left out."
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<CopyPlus />}>Copy week</Button>}
    >
      <Form form={form} aria-label="Copy week">
        <Field name="to" label="To the week of" required>
          <DateInput {...form.register("to")} />
        </Field>
        <div>
          <SubmitButton>Copy shifts</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
