import { numberAt, templateFor, type World } from "./world";

const TREES = ["Alder", "Beech", "Cedar", "Dogwood", "Elder", "Fir", "Hazel", "Juniper", "Laurel", "Maple", "Oakmont"];
const KINDS = ["Dental Arts", "Family Dentistry", "Dental Studio", "Smiles"];
const PRACTICES = 42;

/**
 * Practices each with a crown that was delivered last month and that nobody has invoiced, so that there is a month end to do: 42 of
 * them, of which the first has no e-mail address and the second one's case was put on hold. Every other one is invoiced monthly.
 */
export async function seedMonthEnd(world: World): Promise<void> {
  const { owner, clock, people, plan } = world;
  const lastMonth = clock.now.setZone(plan.lab.timeZone).startOf("month").minus({ months: 1 });
  const template = templateFor(world, "crowns", "zirconia_full");
  const dentistId = people.practices[0]?.dentistIds[0];
  const rows = Array.from({ length: PRACTICES }, (_, i) => {
    const deliveredAt = lastMonth.plus({ days: 8 + (i % 18), hours: 11 });
    const name = `${TREES[i % TREES.length]} ${KINDS[Math.floor(i / TREES.length)]}`;
    return {
      ...{ name, code: `ME-${String(i + 1).padStart(3, "0")}`, street: `${100 + i * 7} Arboretum Road` },
      email: i === 0 ? null : `accounts@${name.toLowerCase().replace(/[^a-z]+/g, "-")}.casepan.test`,
      mode: i % 2 ? "monthly" : "per_case",
      number: numberAt(world, "case", deliveredAt),
      reference: `ME-${1000 + i}`,
      tooth: [14, 24, 36, 46][i % 4],
      submittedAt: deliveredAt.minus({ days: 7 }).toISO(),
      deliveredAt: deliveredAt.toISO(),
      dueOn: deliveredAt.toISODate(),
    };
  });
  await owner.query(
    `WITH planned AS (SELECT * FROM jsonb_to_recordset($1) x(name text, code text, street text, email text, mode text, number text, reference text,
         tooth int, "submittedAt" timestamptz, "deliveredAt" timestamptz, "dueOn" date)),
     opened AS (INSERT INTO practices (code, name, address_line1, city, postcode, country, email, invoice_mode)
       SELECT code, name, street, 'Boston', '02130', 'US', email, mode FROM planned RETURNING id, code),
     working AS (INSERT INTO practice_dentists (practice_id, dentist_id, is_primary) SELECT id, $2, true FROM opened),
     person AS (INSERT INTO patients (practice_id, reference) SELECT o.id, p.reference FROM planned p JOIN opened o USING (code)
       RETURNING id, practice_id, reference),
     entered AS (INSERT INTO cases (number, practice_id, dentist_id, patient_id, status, due_on, ship_by, submitted_at, submitted_by_id, received_at, delivered_at, created_at)
       SELECT p.number, t.practice_id, $2, t.id, 'delivered', "dueOn", "dueOn" - 1, "submittedAt", $3, "submittedAt" + interval '2 hours', "deliveredAt", "submittedAt"
       FROM planned p JOIN person t USING (reference) RETURNING id, number),
     made AS (INSERT INTO case_items (case_id, template_id, position, procedure_type, material, shade, units, status, stage, finished_at, delivered_at)
       SELECT e.id, $4, 1, 'crowns', 'zirconia_full', 'A2', 1, 'delivered', 'delivery', p."deliveredAt" - interval '1 day', p."deliveredAt"
       FROM entered e JOIN planned p USING (number) RETURNING id, case_id)
     INSERT INTO case_item_teeth (item_id, tooth) SELECT m.id, p.tooth FROM made m JOIN entered e ON e.id = m.case_id JOIN planned p USING (number)`,
    [JSON.stringify(rows), dentistId, people.byRole.staff, template.id],
  );
  await owner.query(
    `INSERT INTO holds (case_id, note, placed_by_id) SELECT id, 'The practice questions the shade', $2 FROM cases WHERE lab_id = app_lab_id() AND number = $1`,
    [rows[1]?.number, people.byRole.staff],
  );
}
