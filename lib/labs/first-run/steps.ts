/** The steps of the guided set-up after a lab is opened, in order. */
export const STEPS = ["hours", "departments", "templates", "prices", "people", "practices"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_WORDS: Record<Step, { label: string; why: string; skip: string | null }> = {
  hours: {
    label: "Hours and closing days",
    why: "When the lab works: every promised day is counted by it.",
    skip: null,
  },
  departments: {
    label: "Departments",
    why: "Who works which stages, and how many units a department does in a day.",
    skip: "Keep these departments",
  },
  templates: {
    label: "Workflow templates",
    why: "What the lab makes, through which stages, in how many days.",
    skip: "Keep these templates",
  },
  prices: {
    label: "Price list",
    why: "What the lab asks for its work. A case can be received without prices, but not invoiced.",
    skip: "Enter prices later",
  },
  people: {
    label: "People",
    why: "Who works here. Each gets a link to set a password.",
    skip: "I work alone for now",
  },
  practices: {
    label: "Practices and dentists",
    why: "Who sends cases. One practice with one dentist is enough to begin.",
    skip: null,
  },
};
