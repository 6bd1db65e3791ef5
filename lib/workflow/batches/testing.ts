import type { Pool } from "pg";
import type { Material } from "@/lib/cases/vocabulary";
import { type BuiltCase, type BuiltLab, buildCase } from "@/lib/testing/build";
import { as, openStages, receiveBuilt, takeTo } from "../testing";
import { loadByScan } from "./load-by-scan";
import { openBatch } from "./open-batch";

/** A machine of the lab; the furnace department's unless told. */
export async function buildMachine(owner: Pool, lab: BuiltLab, code: string, department = "furnace"): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO department_equipment (lab_id, department_id, name, code)
     SELECT lab_id, id, $2::text, $2::text FROM departments WHERE lab_id = $1 AND key = $3 RETURNING id`,
    [lab.id, code, department],
  );
  return rows[0]?.id as string;
}

/** A received crown that waits for sintering. */
export async function atFurnace(pool: Pool, lab: BuiltLab, material: Material = "zirconia_full"): Promise<BuiltCase> {
  const owner = await pool.connect();
  const built = await buildCase(owner, lab, [{ procedureType: "crowns", material, teeth: [14] }]);
  owner.release();
  await receiveBuilt(lab, built);
  await takeTo(pool, lab, built.id, "sintering");
  return built;
}

/** An open load of a machine with these cases scanned into it. */
export async function loadOf(lab: BuiltLab, equipmentId: string, cases: BuiltCase[]): Promise<string> {
  const { technician } = lab.actors;
  const { id } = await as(technician, openBatch, {
    equipmentId,
    stage: "sintering",
    program: "Zirconia, slow",
    material: "zirconia_full",
  });
  for (const { number } of cases) await as(technician, loadByScan, { batchId: id, code: number });
  return id;
}

export const standsAt = async (pool: Pool, built: BuiltCase) => (await openStages(pool, built.id))[0]?.stage;
