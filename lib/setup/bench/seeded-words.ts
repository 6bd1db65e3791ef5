import type { Client } from "pg";

/**
 * Gives a lab's cases something to be searched: names to its patients, three notes to every second case and a conversation of the
 * lab's people with three messages to every second. `app.lab_id` must be set; `people` are the two who write. For 100,000 cases that
 * are 150,000 notes and 150,000 messages.
 */
export async function seedWords(owner: Client, people: readonly [string, string]): Promise<void> {
  const tables = ["patients", "case_notes", "conversations", "conversation_participants", "messages"];
  const audit = (verb: string) =>
    owner.query(tables.map((table) => `ALTER TABLE ${table} ${verb} TRIGGER audit`).join(";"));
  await audit("DISABLE");
  await owner.query(`
    UPDATE patients p SET full_name = (${GIVEN})[1 + n % 12] || ' ' || (${FAMILY})[1 + (n / 12) % 15]
    FROM (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM patients WHERE lab_id = app_lab_id()) k WHERE k.id = p.id`);
  await owner.query(
    `INSERT INTO case_notes (case_id, author_id, audience, body, created_at)
     SELECT c.id, $1, CASE WHEN g = 1 THEN 'shared' ELSE 'internal' END,
       'Please check the ' || (${WORDS})[1 + (c.n * 7 + g * 3) % 14] || ' and the ' || (${WORDS})[1 + (c.n + g) % 14] || ' of this one, note ' || c.n * 3 + g,
       c.created_at + make_interval(hours => g)
     FROM (SELECT id, created_at, row_number() OVER (ORDER BY id)::int AS n FROM cases WHERE lab_id = app_lab_id()) c, generate_series(1, 3) g WHERE c.n % 2 = 0`,
    [people[0]],
  );
  await owner.query(
    `WITH talk AS (
       INSERT INTO conversations (type, case_id, subject, created_by_id, last_position, created_at)
       SELECT 'case', c.id, 'Case ' || c.number, ($1::uuid[])[1], 3, c.created_at FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM cases WHERE lab_id = app_lab_id()) c WHERE n % 2 = 1
       RETURNING id, created_at
     ), listed AS (SELECT id, created_at, row_number() OVER ()::int AS n FROM talk),
     joined AS (INSERT INTO conversation_participants (conversation_id, user_id) SELECT id, unnest($1::uuid[]) FROM listed)
     INSERT INTO messages (conversation_id, author_id, position, body, created_at)
     SELECT id, ($1::uuid[])[1 + g % 2], g, 'The ' || (${WORDS})[1 + (n * 5 + g) % 14] || ' is ready, and the ' || (${WORDS})[1 + (n + g * 2) % 14] || ' follows: message ' || n * 3 + g,
       created_at + make_interval(mins => g * 10) FROM listed, generate_series(1, 3) g`,
    [people],
  );
  await audit("ENABLE");
  await owner.query(`VACUUM ANALYZE ${tables.join(", ")}`);
}

const texts = (words: string) => `ARRAY['${words.split(" ").join("','")}']`;
const GIVEN = texts("Anna Bert Clara David Élodie Frank Grace Hugo Ines Jörg Karla Liam");
const FAMILY = texts(
  "Abbott Brown Carter Dubois Evans Fischer Green Hughes Ivanov Jones Keller Müller Novak Okafor Smith",
);
const WORDS = texts(
  "margin contact shade occlusion pontic abutment scan model framework glaze connector cervical incisal articulator",
);
