import { addDays } from "../due-date";
import { type Preferences, standingInstructions } from "../particulars/preferences";
import { type DraftPayload, draftPayloadSchema } from "../schema";
import type { ScannerOrder } from "./read-order";

/** What is kept beside a draft of the order it came from, for saying what was taken. */
export type TakenOrder = {
  device: "iTero";
  orderId: string;
  orderCode: string;
  patient: string;
  doctor: string;
  licence: string;
  dueOn: string | null;
  /** Whether the order's day was taken as the wanted one: a past one or one over a year away is not. */
  dueTaken: boolean;
  files: number;
  /** Files of the archive that the order does not name, or that are of no kind that can be added. */
  leftOut: string[];
};

/** "Quill, Robin" as "Robin Quill"; a name without a comma as it is. */
function fullName(patient: string): string {
  const [family, given, ...more] = patient.split(",").map((part) => part.trim());
  return given && more.length === 0 ? `${given} ${family}` : patient;
}

/**
 * The prescription that an order begins: patient, dentist, the day as wanted and the order's number in the instructions, beside what
 * the dentist always wants. What is to be made, and of what, an order does not say.
 */
export function draftOfOrder(
  order: ScannerOrder,
  dentistId: string,
  preferences: Preferences,
  today: string,
): { payload: DraftPayload; dueTaken: boolean } {
  const dueTaken = order.dueOn !== null && order.dueOn >= today && order.dueOn <= addDays(today, 366);
  const words = [`iTero order ${order.orderId}`, order.orderCode && `(${order.orderCode})`].filter(Boolean).join(" ");
  const payload = draftPayloadSchema.parse({
    dentistId,
    patient: {
      reference: order.patient.slice(0, 60),
      fullName: fullName(order.patient),
      sex: "",
      birthYear: "",
      allergies: "",
    },
    items: [],
    urgency: "standard",
    wantedOn: dueTaken ? (order.dueOn ?? "") : "",
    impression: "digital_scan",
    enclosures: preferences.enclosures,
    instructions: [standingInstructions(preferences), `${words}${order.caseType && `, ${order.caseType}`}.`]
      .filter(Boolean)
      .join("\n"),
  });
  return { payload, dueTaken };
}
