import { CalendarDays } from "lucide-react";
import type { Actor } from "@/lib/access/actor";
import { spanWords } from "@/lib/calendar/lab-time";
import type { OwnInvitation } from "@/lib/calendar/own-invitations";
import { Card } from "../ui/card";
import { Section } from "../ui/page-header";
import { GuestAnswer } from "./guest-answer";

/** The appointments of the lab a person of a practice is invited to, answered in place; nothing when there are none. */
export function OwnInvitations({ invitations, actor }: { invitations: readonly OwnInvitation[]; actor: Actor }) {
  if (invitations.length === 0) return null;
  const { timeZone, locale, slug } = actor.lab;
  return (
    <Section title="Appointments with the lab">
      <ul className="grid gap-3 md:grid-cols-2">
        {invitations.map(({ token, title, startsAt, endsAt, where, organiser, answer }) => (
          <li key={token} className="grid">
            <Card className="flex gap-3">
              <CalendarDays aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
              <div className="flex min-w-0 flex-col gap-3 text-sm">
                <div>
                  <p className="font-medium break-words">{title}</p>
                  <p className="mt-0.5 text-muted tabular-nums">{spanWords(startsAt, endsAt, timeZone, locale)}</p>
                  <p className="text-muted">{[where, `from ${organiser}`].filter(Boolean).join(", ")}</p>
                </div>
                <GuestAnswer lab={slug} token={token} answer={answer} />
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
