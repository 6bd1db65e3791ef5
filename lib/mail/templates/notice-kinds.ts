import { type LetterKind, PLACES } from "./kind";

const { name, lab, practice } = PLACES;
const appointment = {
  title: { says: "what the appointment is", sample: "Case review, bridge 24–26", needed: true },
  when: {
    says: "when it is, a paragraph each",
    sample: "Monday 23 November 2026, 10:00–10:30",
    needed: true,
    alone: true,
  },
  first: { says: "when it is first, in one line", sample: "Monday 23 November 2026, 10:00–10:30" },
  where: { says: "where; empty when that is not said", sample: "Meeting room" },
  notes: { says: "the organiser's notes; may be empty", sample: "Please bring the wax-up.", alone: true },
  organiser: { says: "who invites", sample: "Maria Sand" },
  action: { says: "what the button does", sample: "Answer" },
};
const calendarFile = "The attached calendar file puts it into your own calendar.";
const recall = {
  practice,
  lab,
  lot: { says: "the material and its lot", sample: "Zirconia disc A2, lot 4711", needed: true },
};
const recalled = {
  ...recall,
  why: {
    says: "why, and by whom",
    sample: "Zirconia disc A2, lot 4711 by Demo Ceramics was recalled: cracks after sintering.",
  },
  advice: { says: "what to do; may be empty", sample: "Recall the patient for a check.", alone: true },
  cases: {
    says: "the practice's cases, a paragraph each",
    sample: "C-2026-000123, patient P-17: crown 14",
    needed: true,
    alone: true,
  },
};

const recallBody =
  "Dear {practice},\n\n{why}\n\n{advice}\n\nThese cases of yours were made with it:\n\n{cases}\n\nPlease open the notice and acknowledge it.";

/** Letters about appointments, recalls and exports. */
export const NOTICE_KINDS = {
  appointment_invited: {
    group: "Calendar",
    label: "Invitation to an appointment",
    goes: "To whoever is invited, with a calendar file.",
    places: appointment,
    leads: true,
    words: {
      subject: "Invitation: {title}, {first}",
      heading: "Invitation: {title}",
      body: "{organiser} invites you.\n\n{when}\n\nWhere: {where}\n\n{notes}",
      button: "{action}",
      footnote: calendarFile,
    },
  },
  appointment_changed: {
    group: "Calendar",
    label: "Appointment changed",
    goes: "To whoever is invited, when an appointment changes, with a calendar file.",
    places: appointment,
    leads: true,
    words: {
      subject: "Changed: {title}, {first}",
      heading: "Changed: {title}",
      body: "{organiser} has changed this appointment. It is now:\n\n{when}\n\nWhere: {where}\n\n{notes}",
      button: "{action}",
      footnote: calendarFile,
    },
  },
  appointment_cancelled: {
    group: "Calendar",
    label: "Appointment cancelled",
    goes: "To whoever was invited, with a calendar file that takes it out again.",
    places: appointment,
    leads: false,
    words: {
      subject: "Cancelled: {title}, {first}",
      heading: "Cancelled: {title}",
      body: "{organiser} has cancelled this appointment, or you are not needed at it any more.\n\n{when}\n\n{notes}",
      button: "",
      footnote: calendarFile,
    },
  },
  appointment_reminder: {
    group: "Calendar",
    label: "Reminder of an appointment",
    goes: "To whoever comes, before it begins.",
    places: appointment,
    leads: true,
    words: {
      subject: "Reminder: {title}, {first}",
      heading: "Reminder: {title}",
      body: "This is soon.\n\n{when}\n\nWhere: {where}\n\n{notes}",
      button: "{action}",
      footnote: calendarFile,
    },
  },
  recall: {
    group: "Materials",
    label: "Recall",
    goes: "To a practice that has work of a recalled lot, with its own cases alone.",
    places: recalled,
    leads: true,
    words: {
      subject: "Recall of {lot}: please acknowledge",
      heading: "Recall of {lot}: please acknowledge",
      body: recallBody,
      button: "Open the notice",
      footnote: "",
    },
  },
  recall_reminder: {
    group: "Materials",
    label: "Recall not acknowledged",
    goes: "To a practice that has not acknowledged a recall.",
    places: recalled,
    leads: true,
    words: {
      subject: "Reminder: recall of {lot} is not acknowledged yet",
      heading: "Reminder: recall of {lot} is not acknowledged yet",
      body: recallBody,
      button: "Open the notice",
      footnote: "",
    },
  },
  recall_withdrawn: {
    group: "Materials",
    label: "Recall withdrawn",
    goes: "To a practice that was told of a recall which was withdrawn.",
    places: { ...recall, reason: { says: "why it was withdrawn", sample: "The supplier named the wrong lot." } },
    leads: true,
    words: {
      subject: "Recall of {lot} withdrawn",
      heading: "Recall of {lot} withdrawn",
      body: "Dear {practice},\n\nwe have withdrawn the recall of {lot}: {reason}\nNothing needs to be done.",
      button: "Open the notice",
      footnote: "",
    },
  },
  export_ready: {
    group: "Accounts",
    label: "Export ready",
    goes: "To whoever asked for an export of everything the lab owns.",
    places: { name, lab, days: { says: "for how many days it is kept", sample: "7" } },
    leads: true,
    words: {
      subject: "Export of {lab} is ready",
      heading: "Your export is ready",
      body: "Hello {name},\n\nthe export of everything {lab} keeps in Casepan is ready. It can be fetched for {days} days by whoever may export the lab's data, and is removed then.",
      button: "Open the exports",
      footnote: "It holds personal data: keep it as you keep the lab's own.",
    },
  },
} as const satisfies Record<string, LetterKind>;
