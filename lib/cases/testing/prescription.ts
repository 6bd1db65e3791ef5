import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { type SubmissionInput, submissionSchema } from "../schema";
import { type Submitted, submitCase } from "../submit";

/** A complete crown on 14, as a form sends it. */
export const crown = {
  procedureType: "crowns",
  material: "zirconia_full",
  shade: "A2",
  shadeCervical: "",
  shadeIncisal: "",
  stumpShade: "",
  gingivalShade: "",
  arch: "",
  teeth: [{ tooth: 14, role: "single" }],
  implantSystem: "",
  implantPlatform: "",
  implantRetention: "",
  contact: "",
  occlusion: "",
  ponticDesign: "",
  notes: "",
} as const;
/** A complete bridge 24–26. */
export const bridge = {
  ...crown,
  procedureType: "bridges",
  material: "pfm",
  teeth: [
    { tooth: 24, role: "abutment" },
    { tooth: 25, role: "pontic" },
    { tooth: 26, role: "abutment" },
  ],
} as const;

export const blankPatient = { reference: "P", fullName: "", sex: "", birthYear: "", allergies: "" } as const;

/** A prescription of one crown for a new patient of the lab's practice, with whatever a test changes in it. */
export function prescription(
  of: { practiceId: string; dentistId: string },
  changes: Record<string, unknown> = {},
): SubmissionInput {
  return {
    draftId: null,
    practiceId: of.practiceId,
    dentistId: of.dentistId,
    patient: { ...blankPatient, reference: randomUUID() },
    items: [crown],
    urgency: "standard",
    wantedOn: "",
    impression: "digital_scan",
    enclosures: [],
    instructions: "",
    idempotencyKey: randomUUID(),
    ...changes,
  } as unknown as SubmissionInput;
}

/** Submits as the action does: parsed, in one transaction of the actor. */
export const submitAs = (actor: Actor, input: SubmissionInput): Promise<Submitted> =>
  asActor(actor, (tx) => submitCase({ actor, tx }, submissionSchema.parse(input)));

/** The refusal of an attempt; an attempt that succeeds, or fails otherwise, throws. */
export async function refusalOf(attempt: Promise<unknown>) {
  const refusal = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (!refusal) throw new Error("It was not refused.");
  if (!(refusal instanceof Refusal)) throw refusal;
  return { code: refusal.code, reason: refusal.reason, fields: refusal.fieldErrors };
}
