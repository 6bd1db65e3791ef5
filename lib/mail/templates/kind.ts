/** What a lab can say in a letter. A body is paragraphs, with an empty line between them. */
export type LetterWords = {
  subject: string;
  heading: string;
  body: string;
  /** On the button that leads on; unused where a letter leads nowhere. */
  button: string;
  footnote: string;
};

/** Something that stands in a letter for what only its sending knows, such as `{name}`. */
export type Place = {
  says: string;
  /** For the preview. */
  sample: string;
  /** The letter makes no sense without it. */
  needed?: boolean;
  /** Becomes paragraphs, so it stands alone in one. */
  alone?: boolean;
};

export type LetterKind = {
  group: "Accounts" | "Practices" | "Notifications" | "Calendar" | "Materials" | "Money" | "Settings";
  label: string;
  /** Who gets it and when, as a sentence. */
  goes: string;
  places: Record<string, Place>;
  /** Casepan's own words, in English. */
  words: LetterWords;
  leads: boolean;
};

export const PARTS = ["subject", "heading", "body", "button", "footnote"] as const;
export type Part = (typeof PARTS)[number];

const name = { says: "the reader's name", sample: "Ann Bell" };
const lab = { says: "the lab's name", sample: "Northlight Dental Lab" };
const practice = { says: "the practice's name", sample: "Bell Dental Practice" };
const inviter = { says: "who invites", sample: "Maria Sand" };
const total = { says: "the sum, with its currency", sample: "£412.50", needed: true };
const bank = {
  says: "the lab's bank account; empty when there is none",
  sample: "Clydebank · GB29 NWBK 6016 1331 9268 19",
};

/** The places that several letters share. */
export const PLACES = { name, lab, practice, inviter, total, bank };
