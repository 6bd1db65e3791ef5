"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Badge, StatusBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { invitationLink } from "@/lib/access/users/actions";

export type PersonShown = { id: string; name: string; email: string; role: string; invited: boolean };

/** The people of the lab; for those who have not set a password, a link to hand over. */
export function PeopleInvited({ people }: { people: PersonShown[] }) {
  return (
    <ul aria-label="People" className="divide-y">
      {people.map((person) => (
        <Person key={person.id} person={person} />
      ))}
    </ul>
  );
}

function Person({ person: { id, name, email, role, invited } }: { person: PersonShown }) {
  const [href, setHref] = useState<string | null>(null);
  const link = useAction(invitationLink, { onSuccess: (made) => setHref(made.href) });
  return (
    <li className="flex flex-col gap-2 px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-48">
          <p className="text-sm font-medium">{name}</p>
          <p className="text-xs break-all text-muted">{email}</p>
        </div>
        <Badge>{role}</Badge>
        {invited ? (
          <>
            <StatusBadge tone="warning">Invited</StatusBadge>
            <Button
              size="sm"
              icon={<Link2 aria-hidden />}
              loading={link.pending}
              onClick={() => void link.run({ userId: id })}
            >
              Make a link
            </Button>
          </>
        ) : (
          <StatusBadge tone="success">Can sign in</StatusBadge>
        )}
      </div>
      {href && (
        <p className="flex items-start gap-2 rounded-md bg-sunken px-3 py-2 text-xs">
          <span className="min-w-0 flex-1">
            <span className="break-all">{href}</span>
            <span className="block text-muted">
              Sets {name}'s password once, within seven days. Links made before no longer work. Give it to no one else.
            </span>
          </span>
          <CopyButton text={href} label={`Copy the link for ${name}`} />
        </p>
      )}
    </li>
  );
}
