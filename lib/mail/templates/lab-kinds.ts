import { type LetterKind, PLACES } from "./kind";

const { name, lab, practice, total, bank } = PLACES;
const number = { says: "the document's number", sample: "INV-2026-000123", needed: true };

/** Letters about the lab's work and money. */
export const LAB_KINDS = {
  notification: {
    group: "Notifications",
    label: "One notification",
    goes: "To whoever chose to get this kind of notification by letter at once.",
    places: {
      title: { says: "what happened", sample: "C-2026-000123: the design waits for you", needed: true },
      body: { says: "more about it; may be empty", sample: "Bridge 24–26, zirconia.", alone: true },
      lab,
    },
    leads: true,
    words: {
      subject: "{title}",
      heading: "{title}",
      body: "{body}",
      button: "Open in Casepan",
      footnote: "Which letters you get is your choice, under Account.",
    },
  },
  digest: {
    group: "Notifications",
    label: "Daily letter",
    goes: "Once a day, to whoever has not read what was meant for that letter.",
    places: {
      count: { says: "how many, in words", sample: "2 things you have not read" },
      list: {
        says: "what it is, a paragraph each",
        sample: "C-2026-000123 was received\nC-2026-000119 is on its way",
        needed: true,
        alone: true,
      },
      lab,
    },
    leads: true,
    words: {
      subject: "{count} at {lab}",
      heading: "{count}",
      body: "{list}",
      button: "Read them in Casepan",
      footnote: "Which letters you get is your choice, under Account.",
    },
  },
  invoice: {
    group: "Money",
    label: "Invoice",
    goes: "To the practice, with the invoice as PDF.",
    places: {
      practice,
      number,
      total,
      month: { says: "the month of the work; empty for an invoice of one case", sample: "October 2026" },
      due: { says: "the day it is due", sample: "20 December 2026" },
      bank,
      lab,
    },
    leads: true,
    words: {
      subject: "Invoice {number} from {lab}",
      heading: "Invoice {number}",
      body: "Dear {practice},\n\nhere is invoice {number} over {total}.\nIt is for the work delivered in {month}.\nIt is due on {due}.\n\nPlease pay to {bank}.\nPlease give {number} as the payment reference.",
      button: "Open the invoice",
      footnote: "The invoice is attached as a PDF.",
    },
  },
  credit_note: {
    group: "Money",
    label: "Credit note",
    goes: "To the practice, with the credit note as PDF.",
    places: {
      practice,
      number,
      total,
      invoice: { says: "the number of the invoice", sample: "INV-2026-000123" },
      reason: { says: "the reason given", sample: "One crown was returned." },
      lab,
    },
    leads: true,
    words: {
      subject: "Credit note {number} from {lab}",
      heading: "Credit note {number}",
      body: "Dear {practice},\n\nhere is credit note {number} over {total} for invoice {invoice}. The reason: {reason}\n\nIt settles what is still owed on that invoice first; what is over is your credit with us.",
      button: "Open the invoice",
      footnote: "The credit note is attached as a PDF.",
    },
  },
  statement: {
    group: "Money",
    label: "Statement",
    goes: "To the practice, with the statement of its account as PDF.",
    places: {
      practice,
      from: { says: "the first day", sample: "1 October 2026" },
      to: { says: "the last day", sample: "31 October 2026", needed: true },
      balance: {
        says: "how the account stands, as a sentence",
        sample: "£412.50 is owed, of which £120.00 is past its due date.",
      },
      owed: { says: "what is owed; empty when nothing is", sample: "£412.50" },
      bank,
      lab,
    },
    leads: true,
    words: {
      subject: "Statement as of {to} from {lab}",
      heading: "Statement as of {to}",
      body: "Dear {practice},\n\nhere is the statement of your account from {from} to {to}.\n{balance}\n\nPlease pay to {bank} and give the numbers of the invoices as the payment reference.\n\nIf you have paid the {owed} in the last days, please disregard what has crossed with this letter.",
      button: "Open your account",
      footnote: "The statement is attached as a PDF.",
    },
  },
  reminder: {
    group: "Money",
    label: "Reminder",
    goes: "To the practice, with a statement as PDF. Subject and words of each level are those of Settings, Reminders.",
    places: {
      subject: { says: "the level's subject", sample: "A reminder of invoice INV-2026-000123", needed: true },
      words: {
        says: "the level's words",
        sample: "Dear Bell Dental Practice,\nthe invoice below is past its due date.",
        needed: true,
        alone: true,
      },
      invoices: {
        says: "each invoice with its balance and due day",
        sample: "INV-2026-000123: £412.50, due on 1 November 2026 (20 days overdue)",
        needed: true,
        alone: true,
      },
      totals: { says: "what is owed together", sample: "Together £412.50.", alone: true },
      lab,
    },
    leads: true,
    words: {
      subject: "{subject}",
      heading: "{subject}",
      body: "{words}\n\n{invoices}\n\n{totals}",
      button: "Open the invoices",
      footnote: "A statement of the account is attached as a PDF.",
    },
  },
  test: {
    group: "Settings",
    label: "Test letter",
    goes: "To the admin who asks for one under Settings, Letters.",
    places: { name, lab },
    leads: false,
    words: {
      subject: "A test letter from {lab}",
      heading: "It arrived",
      body: "Hello {name},\n\nletters of {lab} leave this way.",
      button: "",
      footnote: "",
    },
  },
} as const satisfies Record<string, LetterKind>;
