import type { ClientBase } from "pg";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";

export const NAME = "Ottoline Ravensworth";
export const REFERENCE = "RX-77-4411";

/** For tests: a lab with a case of a patient whose name stands wherever people write. */
export async function buildErasable(
  owner: ClientBase,
): Promise<{ lab: BuiltLab; built: BuiltCase; patientId: string }> {
  const one = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows[0];
  const lab = await buildLab(owner);
  const built = await buildCase(owner, lab);

  const patientId = (await one("SELECT patient_id AS id FROM cases WHERE id = $1", [built.id])).id;
  const staff = lab.actors.staff.userId;
  const words = `About ${NAME}`;
  const put = (table: string, row: Record<string, unknown>) => {
    const all = { lab_id: lab.id, ...row };
    return one(
      `INSERT INTO ${table} (${Object.keys(all).join(", ")}) VALUES (${Object.keys(all)
        .map((_, i) => `$${i + 1}`)
        .join(", ")}) RETURNING id`,
      Object.values(all),
    );
  };
  await owner.query(
    "UPDATE patients SET reference = $2, full_name = $3, birth_year = 1961, sex = 'female', allergies = 'stannum-4' WHERE id = $1",
    [patientId, REFERENCE, NAME],
  );
  await owner.query("UPDATE cases SET instructions = $2 WHERE id = $1", [built.id, `For ${NAME}, thin margins`]);
  await put("case_notes", { case_id: built.id, author_id: staff, body: words });
  await put("case_events", {
    case_id: built.id,
    kind: "note_added",
    audience: "shared",
    actor_name: "x",
    data: JSON.stringify({ excerpt: words }),
  });
  await put("case_files", {
    practice_id: lab.practiceId,
    case_id: built.id,
    name: `${NAME}.stl`,
    kind: "scan",
    media_type: "model/stl",
    size_bytes: 3,
    sha256: "0".repeat(64),
    store_key: `${lab.id}/scan`,
    uploaded_by_id: staff,
  });
  const { id } = await put("conversations", {
    type: "case",
    case_id: built.id,
    practice_id: lab.practiceId,
    subject: words,
    created_by_id: staff,
  });
  await put("messages", { conversation_id: id, position: 1, author_id: staff, body: words });
  await put("notifications", {
    user_id: staff,
    key: `case:${built.id}`,
    type: "case_update",
    title: words,
    href: `/cases/${built.id}`,
  });
  await put("mail_messages", {
    to_address: "p@practice.test",
    subject: `Case ${built.number}`,
    text_body: words,
    html_body: words,
  });
  const item = await put("inventory_items", { sku: "D", name: "Disc", category: "materials", unit: "disc" });
  const lot = await put("lots", { inventory_item_id: item.id, number: "L-1" });
  const recall = await put("lot_recalls", { lot_id: lot.id, reason: "Cracks", recalled_by_id: staff });
  const told = { lot: "L-1", material: "Disc", supplier: null, reason: "Cracks", reference: null, advice: null };
  const cases = [
    { caseId: built.id, number: built.number, patient: REFERENCE, dentist: "Dr Test", items: ["Crown 14"] },
    { caseId: "another", number: "C-2", patient: "OTHER-1", dentist: "Dr Test", items: ["Crown 26"] },
  ];
  await put("recall_notices", {
    ...{ recall_id: recall.id, practice_id: lab.practiceId, told: JSON.stringify({ ...told, cases }) },
    ...{ remark: words, acknowledged_at: new Date(), acknowledged_by_id: staff, acknowledged_name: "x" },
  });
  const invoice = await put("invoices", { practice_id: lab.practiceId, case_id: built.id, currency: "GBP" });
  await put("invoice_items", {
    invoice_id: invoice.id,
    case_id: built.id,
    position: 1,
    description: "Crown",
    quantity: 1,
    unit_price: 10,
    patient_code: REFERENCE,
  });
  await owner.query(
    "UPDATE invoices SET number = 'I-' || id, issued_on = current_date, due_on = current_date + 30, status = 'sent' WHERE id = $1",
    [invoice.id],
  );
  return { lab, built, patientId };
}

/** For tests: in which tables of a lab a text still stands. */
export async function tablesWith(owner: ClientBase, labId: string, text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'lab_id' WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition",
  );
  const hits: string[] = [];
  for (const { name } of rows) {
    const { n } = (
      await owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${name} t WHERE lab_id = $1 AND position($2 IN to_jsonb(t)::text) > 0`,
        [labId, text],
      )
    ).rows[0] ?? { n: 0 };
    if (n > 0) hits.push(name);
  }
  return hits.sort();
}
