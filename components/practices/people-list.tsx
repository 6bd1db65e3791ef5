"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  changeRights,
  changeRightsAtPractice,
  endPerson,
  endPersonAtPractice,
  restorePerson,
  restorePersonAtPractice,
} from "@/lib/access/people/actions";
import type { PersonAtPractice } from "@/lib/access/people/queries";
import { PRACTICE_RIGHTS, type PracticeRight, RIGHT_LABEL } from "@/lib/access/people/rights";
import { Form, SubmitButton } from "../forms/form";
import { useAction } from "../forms/use-action";
import { useActionForm } from "../forms/use-action-form";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DropdownMenu, MenuItem } from "../ui/dropdown-menu";
import { RelativeTime } from "../ui/time";
import { toast } from "../ui/toast";
import { RightFields } from "./right-fields";

/** Who changes people: the lab any practice's, someone of the practice with what they hold themselves. */
export type PeopleEditor = { by: "lab" } | { by: "practice"; own: readonly PracticeRight[] };

/** People who act for a practice, with what each may do; with an editor, each has a menu to change that or end it. */
export function PeopleList({
  people,
  self,
  editor,
}: {
  people: readonly (Omit<PersonAtPractice, "lastSignInAt"> & { lastSignInAt: string | null })[];
  /** The reader's own user id. */
  self: string | null;
  editor: PeopleEditor | null;
}) {
  return (
    <ul className="divide-y">
      {people.map((person) => (
        <li key={person.id} className="flex items-start gap-3 px-4 py-2.5 text-sm">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              {person.name}
              {person.userId === self && <Badge tone="neutral">You</Badge>}
              {person.invited && <Badge tone="info">Invited</Badge>}
              {person.disabled && <Badge tone="warning">Closed by the lab</Badge>}
            </p>
            <p className="text-xs break-all text-muted">
              {person.email}
              {person.lastSignInAt && (
                <>
                  {" · signed in "}
                  <RelativeTime iso={person.lastSignInAt} />
                </>
              )}
            </p>
            <p className="mt-0.5 text-xs text-muted">
              {person.role}
              {": "}
              {rightsInWords(person.rights)}
            </p>
          </div>
          {editor && <PersonMenu person={person} editor={editor} />}
        </li>
      ))}
    </ul>
  );
}

function rightsInWords(rights: readonly PracticeRight[]): string {
  if (rights.length === 0) return "follows cases only";
  const named = PRACTICE_RIGHTS.filter((right) => rights.includes(right)).map((right) =>
    RIGHT_LABEL[right].toLowerCase(),
  );
  return named.join(", ");
}

type Named = { id: string; name: string; rights: PracticeRight[]; beyondRole: PracticeRight[] };

function PersonMenu({ person, editor }: { person: Named; editor: PeopleEditor }) {
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const ofLab = editor.by === "lab";
  const restore = useAction(ofLab ? restorePersonAtPractice : restorePerson, { onSuccess: () => router.refresh() });
  const end = useAction(ofLab ? endPersonAtPractice : endPerson, {
    onSuccess: ({ memberId }) => {
      toast.undo(`${person.name} sees this practice no more`, () => restore.run({ memberId }));
      router.refresh();
    },
  });
  return (
    <>
      <DropdownMenu trigger={<IconButton label={`More about ${person.name}`} icon={<Ellipsis />} />} align="end">
        <MenuItem onSelect={() => setEditing(true)}>Change rights</MenuItem>
        <MenuItem onSelect={() => end.run({ memberId: person.id })}>End access</MenuItem>
      </DropdownMenu>
      <Dialog
        title={`Rights of ${person.name}`}
        description="They count at once, also where this person is signed in."
        open={editing}
        onOpenChange={setEditing}
        size="sm"
      >
        <RightsForm person={person} editor={editor} onDone={() => setEditing(false)} />
      </Dialog>
    </>
  );
}

function RightsForm({ person, editor, onDone }: { person: Named; editor: PeopleEditor; onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(editor.by === "lab" ? changeRightsAtPractice : changeRights, {
    defaultValues: { rights: [...person.rights, ...person.beyondRole] as PracticeRight[] },
    toInput: (values) => ({ ...values, memberId: person.id }),
    onSuccess: () => {
      toast.success("Rights saved");
      onDone();
      router.refresh();
    },
  });
  const given = [...person.rights, ...person.beyondRole];
  return (
    <Form form={form}>
      <RightFields
        register={form.register("rights")}
        given={given}
        offered={
          editor.by === "lab"
            ? PRACTICE_RIGHTS
            : PRACTICE_RIGHTS.filter((r) => editor.own.includes(r) || given.includes(r))
        }
      />
      <SubmitButton>Save rights</SubmitButton>
    </Form>
  );
}
