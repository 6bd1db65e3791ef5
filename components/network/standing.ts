import type { ApplicationStatus } from "@/lib/network/vocabulary";
import type { Tone } from "../ui/tone";

type Standing = (lab: string) => { tone: Tone; title: string; words: string };

/** How an application stands, said to its applicant. */
export const STANDING: Record<ApplicationStatus, Standing> = {
  unconfirmed: (lab) => ({
    tone: "warning",
    title: "Not confirmed yet",
    words: `${lab} sees your application once you confirm it.`,
  }),
  submitted: (lab) => ({
    tone: "info",
    title: `With ${lab}`,
    words: "Your application arrived and waits to be reviewed. You get a letter when it is decided.",
  }),
  in_review: (lab) => ({
    tone: "info",
    title: "In review",
    words: `${lab} is reviewing your application. You get a letter when it is decided.`,
  }),
  question: (lab) => ({
    tone: "warning",
    title: `${lab} has a question`,
    words: "The review goes on when you have answered.",
  }),
  approved: (lab) => ({
    tone: "success",
    title: "Approved",
    words: `Welcome to ${lab}. The letter that came with the approval leads to your account.`,
  }),
  rejected: () => ({ tone: "danger", title: "Not accepted", words: "" }),
  withdrawn: () => ({ tone: "neutral", title: "Withdrawn", words: "You took this application back." }),
};
