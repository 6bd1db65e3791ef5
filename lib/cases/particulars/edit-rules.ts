import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { RESTORATIONS } from "../restorations";
import type { Material, ProcedureType } from "../vocabulary";
import { demandsFor, type ParticularRule, particularsFor } from "./rules";
import type { replaceRulesSchema, setDemandSchema } from "./schema";
import type { Demand, Particular } from "./words";

/** One rule as it was before it changed; a null demand: there was none. */
export type DemandBefore = {
  procedureType: ProcedureType;
  material: Material | null;
  particular: Particular;
  demand: Demand | null;
};

/**
 * Changes what is done about one particular of a restoration, or of one material of it. A null demand takes the rule away: the
 * material is then as every other, and what had a rule for every material is hidden. It holds for every submission from now on.
 * Answers what it was. Refuses at the field for a particular, a demand or a material that the restoration cannot have.
 */
export async function setDemand(
  { tx }: Context,
  { demand, ...of }: z.output<typeof setDemandSchema>,
): Promise<DemandBefore> {
  if (demand || !of.material) refuseSenseless({ ...of, demand: demand ?? "hidden" });
  await tx.includeDeleted();
  await lockRules(tx, of.procedureType);
  const before = await tx.row<{ demand: Demand }>(sql`
    UPDATE restoration_particulars SET deleted_at = now()
    WHERE procedure_type = ${of.procedureType}::text AND particular = ${of.particular}::text
      AND material IS NOT DISTINCT FROM ${of.material}::text AND deleted_at IS NULL RETURNING demand`);
  if (demand) await insertRules(tx, [{ ...of, demand }]);
  return { ...of, demand: before?.demand ?? null };
}

/** Gives a restoration another set of rules, all at once: its defaults, or back what they replaced. Answers what they were. */
export async function replaceRules(
  { tx }: Context,
  { procedureType, rules }: z.output<typeof replaceRulesSchema>,
): Promise<{ procedureType: ProcedureType; rules: ParticularRule[] }> {
  for (const rule of rules) {
    if (rule.procedureType !== procedureType) throw invalid("rules", "These are the rules of another restoration.");
    refuseSenseless(rule);
  }
  await tx.includeDeleted();
  await lockRules(tx, procedureType);
  const before = await tx.rows<ParticularRule>(sql`
    UPDATE restoration_particulars SET deleted_at = now() WHERE procedure_type = ${procedureType}::text AND deleted_at IS NULL
    RETURNING procedure_type AS "procedureType", material, particular, demand`);
  await insertRules(tx, rules);
  return { procedureType, rules: before };
}

/** Two managers at once: the second waits for the first, so that a particular never has two rules. */
async function lockRules(tx: Transaction, procedureType: ProcedureType): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('restoration_particulars ' || app_lab_id() || ${procedureType}::text, 0))`,
  );
}

async function insertRules(tx: Transaction, rules: readonly ParticularRule[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO restoration_particulars (procedure_type, material, particular, demand)
    SELECT DISTINCT x."procedureType", x.material, x.particular, x.demand
    FROM jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) AS x("procedureType" text, material text, particular text, demand text)`);
}

function refuseSenseless({ procedureType, material, particular, demand }: ParticularRule): void {
  if (!particularsFor(procedureType).includes(particular)) throw invalid("particular", "Only a bridge has a pontic.");
  if (!demandsFor(particular).includes(demand)) throw invalid("demand", "Material and note are always offered.");
  if (!material) return;
  if (particular === "material") throw invalid("particular", "Whether a material is asked cannot depend on it.");
  if (!RESTORATIONS[procedureType].materials.includes(material))
    throw invalid("material", "It is not made of this material.");
}
