import { CircleCheck, CircleDot, type LucideIcon, OctagonAlert, TriangleAlert, UserMinus, Wrench } from "lucide-react";
import type { LoadLevel } from "@/lib/departments/capacity/place-load";
import type { Tone } from "../ui/tone";

/** How each level of load looks: its colour, its shape and its word. */
export const LOAD_LOOK: Record<LoadLevel, { tone: Tone; icon: LucideIcon; word: string }> = {
  free: { tone: "neutral", icon: CircleCheck, word: "room" },
  busy: { tone: "info", icon: CircleDot, word: "busy" },
  full: { tone: "warning", icon: TriangleAlert, word: "full" },
  over: { tone: "danger", icon: OctagonAlert, word: "over" },
};

/** What a day is short of, in words. */
export const SHORT_WORDS = {
  people: "people away",
  machines: "machines down",
  people_and_machines: "people away, machines down",
} as const;

/** The shapes of what a day is short of. */
export const SHORT_ICONS: Record<keyof typeof SHORT_WORDS, LucideIcon> = {
  people: UserMinus,
  machines: Wrench,
  people_and_machines: UserMinus,
};
