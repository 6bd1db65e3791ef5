"use client";

import { useEffect, useState } from "react";
import { refusalText } from "@/components/forms/use-action";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { LoadingState } from "@/components/ui/states";
import { readContacts } from "@/lib/messaging/actions";
import type { Contact } from "@/lib/messaging/contacts";

type Props = {
  /** The practice whose people can be chosen too; null for the lab's alone. A practice's own person need not say it. */
  practiceId: string | null;
  /** Who is not offered: those who are in it already. */
  without?: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Choosing people to write to, by name and role. */
export function PeopleChoice({ practiceId, without = [], chosen, onChange }: Props) {
  const [contacts, setContacts] = useState<Contact[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    let wanted = true;
    readContacts({ practiceId })
      .then((answer) => {
        if (!wanted) return;
        if (answer.ok) setContacts(answer.data);
        else setProblem(refusalText(answer));
      })
      .catch(() => wanted && setProblem("The people could not be read. Close this and try again."));
    return () => {
      wanted = false;
    };
  }, [practiceId]);
  if (problem)
    return (
      <p role="alert" className="text-sm text-danger-text">
        {problem}
      </p>
    );
  if (!contacts) return <LoadingState rows={3} label="Reading who there is" />;
  const offered = contacts.filter(
    ({ userId, name, role }) =>
      !without.includes(userId) && `${name} ${role}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">People</legend>
      <Input
        type="search"
        aria-label="Find people"
        placeholder="Find people"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="mt-2 max-h-64 overflow-y-auto rounded-md border p-2">
        {offered.length === 0 && <p className="p-1 text-sm text-muted">Nobody else can be added here.</p>}
        {offered.map(({ userId, name, role, isLab }) => (
          <Checkbox
            key={userId}
            label={name}
            hint={isLab ? role : `${role}, practice`}
            checked={chosen.includes(userId)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, userId] : chosen.filter((id) => id !== userId))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
