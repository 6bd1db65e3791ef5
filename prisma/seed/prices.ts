import { raisedPrice } from "@/lib/billing/prices/raise";
import type { World } from "./world";

const EXEMPT_NOTE = "Exempt from VAT: supply by a dental technician, VATA 1994, Schedule 9, Group 7, item 2";

/** What the lab's tax is called on paper: exempt with its reason, or a rate that rises next year. */
export async function seedTaxes({ owner, labId, plan, clock }: World): Promise<void> {
  const nextYear = clock.now.year + 1;
  if (Number(plan.lab.taxPercent) === 0) {
    await owner.query("UPDATE tax_rates SET is_exempt = true, legal_note = $2 WHERE lab_id = $1", [labId, EXEMPT_NOTE]);
    await owner.query("INSERT INTO tax_rates (name, percent, valid_from) VALUES ('VAT', 20, $1), ('VAT', 21, $2)", [
      `${nextYear - 2}-01-01`,
      `${nextYear}-01-01`,
    ]);
    return;
  }
  const raised = (Number(plan.lab.taxPercent) + 0.25).toFixed(2);
  await owner.query("INSERT INTO tax_rates (name, percent, valid_from, is_default) VALUES ($1, $2, $3, true)", [
    plan.lab.taxName,
    raised,
    `${nextYear}-01-01`,
  ]);
}

/** Next year's default list, three per cent dearer; a list agreed with one practice; one practice that bears no tax. */
export async function seedNextPrices({ owner, labId, plan, clock }: World): Promise<void> {
  const nextYear = clock.now.year + 1;
  const standard = await owner.query<{ id: string }>(
    "UPDATE price_lists SET valid_to = $2 WHERE lab_id = $1 AND is_default RETURNING id",
    [labId, `${nextYear - 1}-12-31`],
  );
  const from = standard.rows[0]?.id as string;
  await copyList(owner, from, { name: `Standard ${nextYear}`, validFrom: `${nextYear}-01-01`, percent: "3" });
  const agreed = await copyList(owner, from, {
    name: "Partner practices",
    validFrom: `${nextYear - 1}-01-01`,
    percent: "-8",
  });
  const practices = await owner.query<{ id: string }>(
    `SELECT p.id FROM practices p WHERE p.lab_id = $1 AND p.deleted_at IS NULL
       AND NOT EXISTS (SELECT FROM practice_members m WHERE m.lab_id = p.lab_id AND m.practice_id = p.id) ORDER BY p.code DESC LIMIT 2`,
    [labId],
  );
  const [partner, exempt] = practices.rows;
  if (partner) await owner.query("UPDATE practices SET price_list_id = $2 WHERE id = $1", [partner.id, agreed]);
  if (exempt && Number(plan.lab.taxPercent) > 0) {
    await owner.query(
      "UPDATE practices SET tax_exempt_reason = 'Exempt organisation, certificate on file', tax_exempt_number = 'ST-5 0000' WHERE id = $1",
      [exempt.id],
    );
  }
}

type Copy = { name: string; validFrom: string; percent: string };

/** Copies a list as the lab itself would; one that begins later goes on from it. */
async function copyList(owner: World["owner"], from: string, { name, validFrom, percent }: Copy): Promise<string> {
  const made = await owner.query<{ id: string }>(
    `INSERT INTO price_lists (name, currency, valid_from, is_default, follows_id)
     SELECT $2, currency, $3::date, is_default AND $3::date > valid_to, CASE WHEN $3::date > valid_to THEN id END FROM price_lists WHERE id = $1 RETURNING id`,
    [from, name, validFrom],
  );
  const id = made.rows[0]?.id as string;
  const prices = await owner.query<{ id: string; price: string }>(
    "SELECT id, price FROM price_list_items WHERE price_list_id = $1",
    [from],
  );
  const raised = prices.rows.map((row) => ({ id: row.id, price: raisedPrice(row.price, percent, "0.50") }));
  await owner.query(
    `INSERT INTO price_list_items (price_list_id, procedure_type, material, per, price, rush_surcharge_percent)
     SELECT $1, i.procedure_type, i.material, i.per, r.price, i.rush_surcharge_percent
     FROM price_list_items i JOIN jsonb_to_recordset($2) r (id uuid, price numeric) ON r.id = i.id`,
    [id, JSON.stringify(raised)],
  );
  return id;
}
