/** What an appointment can be (the database's `appointment_type`), in the order screens list them. */
export const APPOINTMENT_TYPES = ["case_review", "delivery", "meeting", "training", "equipment_service"] as const;
export type AppointmentType = (typeof APPOINTMENT_TYPES)[number];

export const TYPE_LABEL: Record<AppointmentType, string> = {
  case_review: "Case review",
  delivery: "Delivery",
  meeting: "Meeting",
  training: "Training",
  equipment_service: "Equipment service",
};

/** How long before it starts people are reminded of an appointment of a type, in minutes, unless they choose otherwise. */
export const USUAL_REMINDER: Record<AppointmentType, number> = {
  case_review: 15,
  delivery: 60,
  meeting: 15,
  training: 60,
  equipment_service: 60,
};
/** A guest is reminded a day before. */
export const GUEST_REMINDER = 24 * 60;

/** What a person may choose as their reminder, in minutes before. */
export const REMINDERS = [
  { minutes: 0, label: "When it starts" },
  { minutes: 10, label: "10 minutes before" },
  { minutes: 15, label: "15 minutes before" },
  { minutes: 30, label: "30 minutes before" },
  { minutes: 60, label: "1 hour before" },
  { minutes: 180, label: "3 hours before" },
  { minutes: 1440, label: "1 day before" },
  { minutes: 2880, label: "2 days before" },
] as const;

export const ANSWERS = ["yes", "maybe", "no"] as const;
export type Answer = (typeof ANSWERS)[number];
export const ANSWER_LABEL: Record<Answer, string> = { yes: "Yes", maybe: "Maybe", no: "No" };

/** How an appointment repeats (the database's `appointment_repeat`). */
export const REPEATS = ["weekly", "monthly"] as const;
export type Repeat = (typeof REPEATS)[number];

/** The views of the calendar: a day, a week or a month drawn, or a week as a list. */
export const VIEWS = ["day", "week", "month", "agenda"] as const;
export type View = (typeof VIEWS)[number];

/** The most appointments that one series makes: two years of weeks. */
export const MOST_IN_SERIES = 105;
export const MOST_PEOPLE = 60;
