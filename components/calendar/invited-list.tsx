import type { InvitedPerson } from "@/lib/calendar/appointment-page";
import { ANSWER_LABEL, type Answer } from "@/lib/calendar/vocabulary";
import { Avatar } from "../ui/avatar";
import { StatusBadge } from "../ui/badge";
import { Panel } from "../ui/card";
import { EmptyState } from "../ui/states";
import type { Tone } from "../ui/tone";

const TONE: Record<Answer, Tone> = { yes: "success", maybe: "warning", no: "danger" };

/** Who is invited and what each answered. */
export function InvitedList({ people, organiserId }: { people: readonly InvitedPerson[]; organiserId: string }) {
  const said = (answer: Answer) => people.filter((person) => person.answer === answer).length;
  return (
    <Panel title="Invited" aside={people.length > 0 ? `${said("yes")} of ${people.length} come` : undefined}>
      {people.length === 0 ? (
        <EmptyState
          title="Nobody is invited"
          hint="Change the appointment to invite people of the lab or guests by e-mail."
        />
      ) : (
        <ul className="flex flex-col divide-y">
          {people.map(({ id, userId, name, email, answer }) => (
            <li key={id} className="flex items-center gap-2 py-2 text-sm first:pt-0 last:pb-0">
              <Avatar name={name} size="sm" />
              <span className="min-w-0 flex-1">
                <span className="block truncate">{name}</span>
                {(email || userId === organiserId) && (
                  <span className="block truncate text-xs text-muted">{email ?? "Organiser"}</span>
                )}
              </span>
              <StatusBadge tone={answer ? TONE[answer] : "neutral"}>
                {answer ? ANSWER_LABEL[answer] : "No answer yet"}
              </StatusBadge>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
