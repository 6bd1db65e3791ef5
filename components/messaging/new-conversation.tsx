"use client";

import { MessageSquarePlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { begin } from "@/lib/messaging/actions";
import { PeopleChoice } from "./people-choice";

type Props = {
  base: string;
  /** For the lab: the practices one can write to. */
  practices: { id: string; name: string }[] | null;
};

/** Begins a conversation with one person or several, of the lab or of a practice. */
export function NewConversation({ base, practices }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [practiceId, setPracticeId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [subject, setSubject] = useState("");
  const [key, setKey] = useState("");
  const { run, pending } = useAction(begin, {
    onSuccess: ({ id }) => {
      setOpen(false);
      router.push(`${base}/${id}`);
    },
  });
  const opened = (next: boolean) => {
    setOpen(next);
    if (!next) return;
    setKey(crypto.randomUUID());
    setChosen([]);
    setSubject("");
    setPracticeId(null);
  };
  const start = () =>
    run({ userIds: chosen, practiceId, subject: chosen.length > 1 ? subject : "", idempotencyKey: key });
  return (
    <Dialog
      title="New conversation"
      open={open}
      onOpenChange={opened}
      trigger={
        <Button variant="primary" icon={<MessageSquarePlus aria-hidden />}>
          New conversation
        </Button>
      }
      footer={
        <Button variant="primary" loading={pending} disabled={chosen.length === 0} onClick={start}>
          Begin
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {practices && (
          <Field name="practice" label="Practice" hint="Leave it empty to write to the lab’s own people only.">
            <Combobox
              options={practices.map(({ id, name }) => ({ value: id, label: name }))}
              value={practiceId ?? ""}
              onValueChange={(value) => {
                setPracticeId(value || null);
                setChosen([]);
              }}
              clearable
              placeholder="None: the lab only"
            />
          </Field>
        )}
        <PeopleChoice key={practiceId ?? "lab"} practiceId={practiceId} chosen={chosen} onChange={setChosen} />
        {chosen.length > 1 && (
          <Field name="subject" label="Name of the group" hint="What it is about, if you like.">
            <Input value={subject} maxLength={120} onChange={(event) => setSubject(event.target.value)} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
