"use client";

import { LogOut, UserMinus, UserPlus, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { useAction } from "@/components/forms/use-action";
import { Avatar } from "@/components/ui/avatar";
import { Button, IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Sheet } from "@/components/ui/sheet";
import { addPeople, leaveConversation, removePerson, renameConversation } from "@/lib/messaging/actions";
import type { ThreadView } from "@/lib/messaging/thread";
import { PeopleChoice } from "./people-choice";

type Props = {
  thread: Pick<ThreadView, "id" | "type" | "subject" | "practice" | "people">;
  me: string;
  /** Whether the reader may take others out. */
  mayRemove: boolean;
  /** Where one goes after leaving. */
  base: string;
};

/** Who is in a conversation: adding, taking out, leaving, and the name of a group. */
export function PeopleSheet({ thread, me, mayRemove, base }: Props) {
  const { id: conversationId, type, practice } = thread;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [adding, setAdding] = useState<string[] | null>(null);
  const [subject, setSubject] = useState(thread.subject ?? "");
  const done = { onSuccess: () => router.refresh() };
  const add = useAction(addPeople, {
    onSuccess: () => {
      setAdding(null);
      router.refresh();
    },
  });
  const remove = useAction(removePerson, done);
  const rename = useAction(renameConversation, done);
  const leave = useAction(leaveConversation, {
    onSuccess: () => {
      setOpen(false);
      if (type === "case") router.refresh();
      else router.push(base);
    },
  });
  const present = thread.people.filter(({ isIn }) => isIn);
  const amIn = present.some(({ userId }) => userId === me);
  return (
    <Sheet
      title="People in this conversation"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<Users aria-hidden />}>
          {present.length} {present.length === 1 ? "person" : "people"}
        </Button>
      }
    >
      <ul className="flex flex-col">
        {present.map(({ userId, name, isLab }) => (
          <li key={userId} className="flex min-h-row items-center gap-2.5 py-1">
            <Avatar name={name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium">
                {name}
                {userId === me && " (you)"}
              </span>
              <span className="block text-xs text-muted">{isLab ? "Lab" : (practice?.name ?? "Practice")}</span>
            </span>
            {mayRemove && userId !== me && type !== "direct" && (
              <IconButton
                label={`Take ${name} out`}
                icon={<UserMinus aria-hidden />}
                onClick={() => remove.run({ conversationId, userId })}
              />
            )}
          </li>
        ))}
      </ul>
      {type !== "direct" && (
        <div className="mt-4 flex flex-col gap-4 border-t pt-4">
          {adding ? (
            <>
              <PeopleChoice
                practiceId={practice?.id ?? null}
                without={present.map(({ userId }) => userId)}
                chosen={adding}
                onChange={setAdding}
              />
              <div className="flex gap-2">
                <Button
                  variant="primary"
                  loading={add.pending}
                  disabled={adding.length === 0}
                  onClick={() => add.run({ conversationId, userIds: adding })}
                >
                  Add
                </Button>
                <Button variant="ghost" onClick={() => setAdding(null)}>
                  Cancel
                </Button>
              </div>
            </>
          ) : (
            <Button icon={<UserPlus aria-hidden />} onClick={() => setAdding([])}>
              Add people
            </Button>
          )}
          {type === "group" && (
            <div className="flex items-end gap-2">
              <Field name="subject" label="Name of the group">
                <Input value={subject} maxLength={120} onChange={(event) => setSubject(event.target.value)} />
              </Field>
              <Button
                loading={rename.pending}
                disabled={subject.trim() === (thread.subject ?? "")}
                onClick={() => rename.run({ conversationId, subject })}
              >
                Save
              </Button>
            </div>
          )}
          {amIn && (
            <Button icon={<LogOut aria-hidden />} loading={leave.pending} onClick={() => leave.run({ conversationId })}>
              {type === "case" ? "Stop following" : "Leave"}
            </Button>
          )}
        </div>
      )}
    </Sheet>
  );
}
