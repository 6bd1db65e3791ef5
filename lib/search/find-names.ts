import type { Actor } from "@/lib/access/actor";
import { type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { FoundGroup, Hit } from "./groups";

type Looking = { actor: Actor; tx: Transaction };
type Named = { id: string; title: string; detail: string | null };

/** That a name has every word. Practices, dentists and people are few: no index is needed. */
const named = (name: Sql, words: readonly string[]): Sql =>
  sql`search_fold(' ' || ${name}) LIKE ALL ((SELECT ARRAY(SELECT search_pattern(w) FROM unnest(${[...words]}::text[]) w))::text[])`;

async function find(
  tx: Transaction,
  group: FoundGroup["name"],
  statement: Sql,
  most: number,
  href: (id: string) => string,
): Promise<FoundGroup> {
  const found = await tx.rows<Named>(sql`${statement} LIMIT ${most + 1}`);
  const hits = found
    .slice(0, most)
    .map(({ id, title, detail }): Hit => ({ id, title, detail: detail ?? undefined, href: href(id) }));
  return { name: group, hits, counted: hits.length, beyond: found.length > most };
}

/** The practices whose name or code has every word, by name. */
export const findPractices = ({ tx }: Looking, words: readonly string[], most: number): Promise<FoundGroup> =>
  find(
    tx,
    "practices",
    sql`SELECT id, name AS title, concat_ws(' · ', code, city) AS detail FROM practices
      WHERE ${named(sql`name || ' ' || code`, words)} ORDER BY name, id`,
    most,
    (id) => `/practices/${id}`,
  );

/** The dentists whose name has every word, by name; each leads to their cases. */
export const findDentists = ({ tx }: Looking, words: readonly string[], most: number): Promise<FoundGroup> =>
  find(
    tx,
    "dentists",
    sql`SELECT d.id, d.full_name AS title, (SELECT string_agg(p.name, ', ' ORDER BY p.name) FROM practice_dentists l
        JOIN practices p ON p.id = l.practice_id WHERE l.dentist_id = d.id) AS detail FROM dentist_profiles d
      WHERE ${named(sql`d.full_name`, words)} ORDER BY d.full_name, d.id`,
    most,
    (id) => `/cases?dentist=${id}`,
  );

/** The lab's own people whose name has every word; each leads to the cases they work on. */
export const findPeople = ({ tx }: Looking, words: readonly string[], most: number): Promise<FoundGroup> =>
  find(
    tx,
    "people",
    sql`SELECT u.id, u.name AS title, r.name AS detail FROM memberships m JOIN users u ON u.id = m.user_id JOIN roles r ON r.id = m.role_id
      WHERE m.status = 'active' AND r.kind NOT IN ('dentist', 'driver') AND ${named(sql`u.name`, words)} ORDER BY u.name, u.id`,
    most,
    (id) => `/cases?assigned=${id}`,
  );

/** The invoices whose number contains the text, the newest first. */
export const findInvoices = ({ actor, tx }: Looking, text: string, most: number): Promise<FoundGroup> =>
  find(
    tx,
    "invoices",
    sql`SELECT id, number AS title, practice AS detail FROM search_invoice_numbers(${text}, ${most + 1})`,
    most,
    (id) => `${actor.audience === "portal" ? "/portal/invoices" : "/invoices"}/${id}`,
  );

/** The lots whose number contains the text, the newest first; each leads to what it went into. */
export const findLots = ({ tx }: Looking, text: string, most: number): Promise<FoundGroup> =>
  find(
    tx,
    "lots",
    sql`SELECT l.id, l.number AS title, i.name AS detail FROM lots l JOIN inventory_items i ON i.id = l.inventory_item_id
      WHERE l.id IN (SELECT search_lots(${text}, ${most + 1})) ORDER BY l.id DESC`,
    most,
    (id) => `/inventory/lots/${id}`,
  );
