"use client";

import { BellRing, Phone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { remindPractices, tellAcknowledged } from "@/lib/inventory/recalls/actions";
import type { RecallNotice } from "@/lib/inventory/recalls/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { StatusBadge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Dialog } from "../../ui/dialog";
import { Input, Textarea } from "../../ui/input";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";

type NoticesPanelProps = { recallId: string; notices: readonly RecallNotice[]; isOpen: boolean; mayAct: boolean };

/** What each practice was told, and whether it acknowledged. */
export function NoticesPanel({ recallId, notices, isOpen, mayAct }: NoticesPanelProps) {
  const router = useRouter();
  const waiting = notices.filter(({ acknowledgedAt }) => !acknowledgedAt).length;
  const remind = useAction(remindPractices, {
    onSuccess: ({ reminded }) => {
      if (reminded === 0) toast.info("Everybody who has not answered was reminded today already.");
      else toast.success(reminded === 1 ? "1 practice is reminded" : `${reminded} practices are reminded`);
      router.refresh();
    },
  });
  return (
    <Panel
      title="Practices"
      flush
      aside={notices.length > 0 ? `${notices.length - waiting} of ${notices.length} acknowledged` : undefined}
      actions={
        isOpen &&
        mayAct &&
        waiting > 0 && (
          <Button
            size="sm"
            icon={<BellRing aria-hidden />}
            loading={remind.pending}
            onClick={() => remind.run({ recallId })}
          >
            Remind
          </Button>
        )
      }
    >
      {notices.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">No practice had to be told.</p>
      ) : (
        <ul aria-label="Practices told" className="divide-y">
          {notices.map((notice) => (
            <Row key={notice.id} notice={notice} mayAct={isOpen && mayAct} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Row({ notice, mayAct }: { notice: RecallNotice; mayAct: boolean }) {
  const { practice, toldAt, told, reminders, hasAddress, phone, acknowledgedAt, acknowledgedName, remark } = notice;
  return (
    <li className="flex flex-col gap-1 px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 basis-40 font-medium">{practice}</span>
        {acknowledgedAt ? (
          <StatusBadge tone="success">Acknowledged</StatusBadge>
        ) : (
          <StatusBadge tone="warning">Not acknowledged</StatusBadge>
        )}
      </div>
      <p className="text-muted">
        Told <DateTime iso={toldAt.toISOString()} />, {told.cases.length} {told.cases.length === 1 ? "case" : "cases"}
        {reminders > 0 && `, reminded ${reminders}×`}
        {!hasAddress && ", no e-mail address: telephone"}
      </p>
      {acknowledgedAt ? (
        <p className="text-muted">
          {acknowledgedName}, <DateTime iso={acknowledgedAt.toISOString()} />
          {remark && `: ${remark}`}
        </p>
      ) : (
        mayAct && (
          <div className="flex flex-wrap items-center gap-2">
            {phone && (
              <a href={`tel:${phone}`} className="underline">
                {phone}
              </a>
            )}
            <ByTelephone notice={notice} />
          </div>
        )
      )}
    </li>
  );
}

function ByTelephone({ notice }: { notice: RecallNotice }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={`${notice.practice} acknowledged`}
      trigger={
        <Button size="sm" variant="ghost" icon={<Phone aria-hidden />}>
          Acknowledged by telephone<span className="sr-only">: {notice.practice}</span>
        </Button>
      }
    >
      <TelephoneForm noticeId={notice.id} close={() => setOpen(false)} />
    </Dialog>
  );
}

function TelephoneForm({ noticeId, close }: { noticeId: string; close: () => void }) {
  const router = useRouter();
  const form = useActionForm(tellAcknowledged, {
    defaultValues: { noticeId, name: "", remark: "" },
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="name" label="Who said so" required>
        <Input maxLength={120} autoComplete="off" {...form.register("name")} />
      </Field>
      <Field name="remark" label="Remark">
        <Textarea rows={2} maxLength={1000} {...form.register("remark")} />
      </Field>
      <SubmitButton className="self-end">Keep it</SubmitButton>
    </Form>
  );
}
