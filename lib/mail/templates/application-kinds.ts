import { type LetterKind, PLACES } from "./kind";

const { name, lab, practice } = PLACES;

/** Letters to dentists who apply. */
export const APPLICATION_KINDS = {
  application_confirm: {
    group: "Practices",
    label: "Confirm an application",
    goes: "To the address that an application was given. It repeats nothing of what the form was given: anyone may enter any address there.",
    places: { lab },
    leads: true,
    words: {
      subject: "Confirm your application to {lab}",
      heading: "Confirm your application",
      body: "Hello,\n\nthis address was given in an application to work with {lab}. Open your application below and confirm it within three days; only then does the lab see it. Keep this letter: the link shows you how the application stands.",
      button: "Open and confirm",
      footnote: "If it was not you who applied, do nothing: the application is then deleted.",
    },
  },
  application_question: {
    group: "Practices",
    label: "Question about an application",
    goes: "To an applicant whom the lab asks something.",
    places: {
      name,
      lab,
      question: { says: "the lab's question", sample: "Which register is your licence in?", needed: true, alone: true },
    },
    leads: true,
    words: {
      subject: "A question about your application to {lab}",
      heading: "A question about your application",
      body: "Hello {name},\n\n{lab} would like to know:\n\n{question}",
      button: "Answer",
      footnote: "",
    },
  },
  application_rejected: {
    group: "Practices",
    label: "Application not accepted",
    goes: "To an applicant who is turned down.",
    places: {
      name,
      lab,
      reason: { says: "the reviewer's words", sample: "We could not find the licence.", needed: true, alone: true },
    },
    leads: true,
    words: {
      subject: "Your application to {lab}",
      heading: "Your application was not accepted",
      body: "Hello {name},\n\nthank you for applying to work with {lab}. We cannot accept your application:\n\n{reason}\n\nYou are welcome to apply again when this has changed.",
      button: "Apply again",
      footnote: "",
    },
  },
  application_approved: {
    group: "Practices",
    label: "Application approved",
    goes: "To a dentist who is taken on and has no account yet; the link holds a week.",
    places: { name, lab, practice },
    leads: true,
    words: {
      subject: "Welcome to {lab}",
      heading: "Welcome to {lab}",
      body: "Hello {name},\n\nyour application was approved: {practice} can send its cases to {lab} from now on. Set a password to begin; the link works once, within seven days.",
      button: "Set my password",
      footnote: "",
    },
  },
  application_approved_known: {
    group: "Practices",
    label: "Application approved, account known",
    goes: "To a dentist who is taken on and has an account already.",
    places: { name, lab, practice },
    leads: true,
    words: {
      subject: "Welcome to {lab}",
      heading: "Welcome to {lab}",
      body: "Hello {name},\n\nyour application was approved: {practice} can send its cases to {lab} from now on. Sign in with the e-mail and password you already use.",
      button: "Sign in",
      footnote: "",
    },
  },
} as const satisfies Record<string, LetterKind>;
