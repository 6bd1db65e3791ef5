import { letterBody } from "@/lib/mail/letter";
import { Letter, Line } from "@/lib/mail/letters/letter";

type Written = { subject: string; text: string; html: string };
export type LetterKind = "invited" | "changed" | "cancelled" | "reminder";
type Words = {
  kind: LetterKind;
  title: string;
  /** When, in words, one line each. */
  when: readonly string[];
  where: string | null;
  notes: string | null;
  from: string;
  organiser: string;
  href: string;
  /** Whether the person answers by the link. */
  answers: boolean;
};

const HEADING: Record<LetterKind, string> = {
  invited: "Invitation",
  changed: "Changed",
  cancelled: "Cancelled",
  reminder: "Reminder",
};
const SENTENCE: Record<LetterKind, (organiser: string) => string> = {
  invited: (organiser) => `${organiser} invites you.`,
  changed: (organiser) => `${organiser} has changed this appointment. It is now:`,
  cancelled: (organiser) => `${organiser} has cancelled this appointment, or you are not needed at it any more.`,
  reminder: () => "This is soon.",
};
const MOST_LINES = 12;

/** The letter about an appointment, in the lab's name; its calendar file is attached by the caller. */
export async function appointmentLetter(words: Words): Promise<Written> {
  const { kind, title, when, where, notes, from, organiser, href, answers } = words;
  const heading = `${HEADING[kind]}: ${title}`;
  const cancelled = kind === "cancelled";
  const body = await letterBody(
    <Letter
      preview={`${when[0] ?? ""} ${where ?? ""}`.trim()}
      heading={heading}
      from={from}
      {...(!cancelled && { link: { href, label: answers ? "Answer" : "Open in Casepan" } })}
      footnote="The attached calendar file puts it into your own calendar."
    >
      <Line>{SENTENCE[kind](organiser)}</Line>
      {when.slice(0, MOST_LINES).map((line) => (
        <Line key={line}>{line}</Line>
      ))}
      {when.length > MOST_LINES && <Line>… and {when.length - MOST_LINES} more.</Line>}
      {where && !cancelled && <Line>Where: {where}</Line>}
      {notes?.split(/\n+/).map((line) => (
        <Line key={line}>{line}</Line>
      ))}
    </Letter>,
  );
  return { subject: `${heading}, ${when[0] ?? ""}`, ...body };
}
