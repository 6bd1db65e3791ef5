import { z } from "zod";
import { MATERIALS, PROCEDURE_TYPES, SHADE_GUIDES } from "../vocabulary";
import type { Preferences } from "./preferences";
import { CONTACTS, DEMANDS, ENCLOSED, OCCLUSIONS, PARTICULARS, PONTIC_DESIGNS, RETENTIONS } from "./words";

const blankOr = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(["", ...values]);
const text = (longest: number) => z.string().trim().max(longest, `At most ${longest} characters.`);

/** The standing preferences of a dentist, as a form sends and the database keeps them. */
export const preferencesSchema = z.strictObject({
  materials: z
    .partialRecord(z.enum(PROCEDURE_TYPES), blankOr(MATERIALS))
    .transform((all) => Object.fromEntries(Object.entries(all).filter(([, m]) => m)) as Preferences["materials"]),
  shadeGuide: blankOr(SHADE_GUIDES),
  contact: blankOr(CONTACTS),
  occlusion: blankOr(OCCLUSIONS),
  ponticDesign: blankOr(PONTIC_DESIGNS),
  implantSystem: text(80),
  implantRetention: blankOr(RETENTIONS),
  impression: z.enum(["", "digital_scan", "physical"]),
  enclosures: z.array(z.enum(ENCLOSED)).max(ENCLOSED.length),
  notes: text(2000),
  delivery: text(500),
});

export const setPreferencesSchema = z.strictObject({
  dentistId: z.uuid(),
  practiceId: z.uuid(),
  preferences: preferencesSchema,
});

const ruleSchema = z.strictObject({
  procedureType: z.enum(PROCEDURE_TYPES),
  material: z.enum(MATERIALS).nullable(),
  particular: z.enum(PARTICULARS),
  demand: z.enum(DEMANDS),
});

/** One cell of the matrix; a null demand takes its rule away. */
export const setDemandSchema = z.strictObject({ ...ruleSchema.shape, demand: z.enum(DEMANDS).nullable() });

/** All rules of a restoration at once: its defaults again, or what they replaced. */
export const replaceRulesSchema = z.strictObject({
  procedureType: z.enum(PROCEDURE_TYPES),
  rules: z.array(ruleSchema).max(PARTICULARS.length * (MATERIALS.length + 1)),
});

export const earlierCasesSchema = z.strictObject({ practiceId: z.uuid(), query: z.string().trim().max(80) });
export const earlierRxSchema = z.strictObject({ practiceId: z.uuid(), caseId: z.uuid() });
