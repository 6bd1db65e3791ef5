import type { Transaction } from "@/lib/db/transaction";
import { type WrittenLetter, writeLetter } from "@/lib/mail/templates/write-letter";

export type LetterKind = "invited" | "changed" | "cancelled" | "reminder";
type Words = {
  kind: LetterKind;
  title: string;
  /** When, in words, one line each. */
  when: readonly string[];
  where: string | null;
  notes: string | null;
  lab: { id: string; name: string };
  /** Who gets it. */
  to: string;
  organiser: string;
  href: string;
  /** Whether the person answers by the link. */
  answers: boolean;
};

const MOST_LINES = 12;

/** The letter about an appointment, in the lab's name and words; its calendar file is attached by the caller. */
export function appointmentLetter(tx: Transaction, words: Words): Promise<WrittenLetter> {
  const { kind, title, when, where, notes, lab, to, organiser, href, answers } = words;
  const more = when.length > MOST_LINES ? [`… and ${when.length - MOST_LINES} more.`] : [];
  return writeLetter(tx, `appointment_${kind}`, {
    labId: lab.id,
    to,
    from: lab.name,
    href,
    values: {
      title,
      when: [...when.slice(0, MOST_LINES), ...more].join("\n"),
      first: when[0],
      where,
      notes,
      organiser,
      action: answers ? "Answer" : "Open in Casepan",
    },
  });
}
