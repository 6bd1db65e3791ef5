import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { OpeningHours } from "./opening-hours";
import type { InvoiceMode, PracticeStatus } from "./vocabulary";

export const PAGE_SIZE = 50;

export type PracticeRow = {
  id: string;
  code: string;
  name: string;
  city: string | null;
  postcode: string;
  phone: string | null;
  status: PracticeStatus;
  dentists: number;
  openCases: number;
};
export type PracticeFilters = {
  q: string;
  status: PracticeStatus | null;
  archived: boolean;
  /** Keys of the row to go on from: name and id. */
  after: [name: string, id: string] | null;
  before: [name: string, id: string] | null;
};
export type PracticePage = { rows: PracticeRow[]; hasMore: boolean; hasLess: boolean };

/** A page of the lab's practices by name, at most 50, with counts of their dentists and open cases. */
export async function listPractices(tx: Transaction, filters: PracticeFilters): Promise<PracticePage> {
  if (filters.archived) await tx.includeDeleted();
  const { after, before } = filters;
  const backwards = before !== null && after === null;
  const bound = after
    ? sql`AND p.name >= ${after[0]} AND (p.name > ${after[0]} OR p.id > ${after[1]}::uuid)`
    : before
      ? sql`AND p.name <= ${before[0]} AND (p.name < ${before[0]} OR p.id < ${before[1]}::uuid)`
      : emptySql;
  const order = backwards ? sql`p.name DESC, p.id DESC` : sql`p.name, p.id`;
  const found = await tx.rows<PracticeRow>(sql`
    SELECT p.id, p.code, p.name, p.city, p.postcode, p.phone, p.status,
      (SELECT count(*) FROM practice_dentists pd WHERE pd.practice_id = p.id AND pd.deleted_at IS NULL) AS dentists,
      (SELECT count(*) FROM cases c WHERE c.practice_id = p.id AND c.status NOT IN ('delivered', 'cancelled') AND c.deleted_at IS NULL) AS "openCases"
    FROM practices p
    WHERE ${filters.archived ? sql`p.deleted_at IS NOT NULL` : sql`p.deleted_at IS NULL`}
      ${filters.status ? sql`AND p.status = ${filters.status}` : emptySql}
      ${filters.q ? sql`AND p.id IN (SELECT search_practices(${filters.q}))` : emptySql} ${bound}
    ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`);
  const more = found.length > PAGE_SIZE;
  const rows = found.slice(0, PAGE_SIZE);
  if (backwards) return { rows: rows.reverse(), hasMore: true, hasLess: more };
  return { rows, hasMore: more, hasLess: after !== null };
}

export type PracticeDetail = {
  id: string;
  version: number;
  archived: boolean;
  code: string;
  name: string;
  addressLine1: string;
  addressLine2: string | null;
  city: string | null;
  postcode: string;
  country: string;
  phone: string | null;
  email: string | null;
  latitude: string | null;
  longitude: string | null;
  openingHours: OpeningHours | null;
  taxId: string | null;
  /** Why it bears no tax; null when it does. */
  taxExemptReason: string | null;
  taxExemptNumber: string | null;
  priceListId: string | null;
  priceList: string | null;
  discountPercent: string;
  paymentTermsDays: number;
  invoiceMode: InvoiceMode;
  transitDays: number;
  notes: string | null;
  status: PracticeStatus;
  openCases: number;
};

/** One practice with its terms, archived ones too. Refuses with `not_found`. */
export async function findPractice(tx: Transaction, id: string): Promise<PracticeDetail> {
  await tx.includeDeleted();
  const found = await tx.row<PracticeDetail>(sql`
    SELECT p.id, p.version, p.deleted_at IS NOT NULL AS archived, p.code, p.name, p.address_line1 AS "addressLine1",
      p.address_line2 AS "addressLine2", p.city, p.postcode, p.country, p.phone, p.email, p.latitude, p.longitude,
      p.opening_hours AS "openingHours", p.tax_id AS "taxId",
      p.tax_exempt_reason AS "taxExemptReason", p.tax_exempt_number AS "taxExemptNumber", p.price_list_id AS "priceListId", l.name AS "priceList",
      p.discount_percent AS "discountPercent", p.payment_terms_days AS "paymentTermsDays", p.invoice_mode AS "invoiceMode",
      p.transit_days AS "transitDays", p.notes, p.status,
      (SELECT count(*) FROM cases c WHERE c.practice_id = p.id AND c.status NOT IN ('delivered', 'cancelled') AND c.deleted_at IS NULL) AS "openCases"
    FROM practices p LEFT JOIN price_lists l ON l.id = p.price_list_id WHERE p.id = ${id}`);
  if (!found) throw notFound("practice");
  return found;
}

export type DentistAtPractice = {
  /** Of the link between dentist and practice. */
  id: string;
  dentistId: string;
  fullName: string;
  licenceNumber: string;
  email: string | null;
  status: string;
  hasAccount: boolean;
  isPrimary: boolean;
  discountPercent: string | null;
  /** Their own prices here; null for the practice's. */
  priceListId: string | null;
  priceList: string | null;
  startedOn: string | null;
  endedOn: string | null;
};

/** The dentists who prescribe at a practice, on its terms, the chief one first. */
export function dentistsOf(tx: Transaction, practiceId: string): Promise<DentistAtPractice[]> {
  return tx.rows<DentistAtPractice>(sql`
    SELECT pd.id, d.id AS "dentistId", d.full_name AS "fullName", d.licence_number AS "licenceNumber", d.email, d.status,
      d.user_id IS NOT NULL AS "hasAccount", pd.is_primary AS "isPrimary", pd.discount_percent AS "discountPercent",
      pd.price_list_id AS "priceListId", l.name AS "priceList", pd.started_on AS "startedOn", pd.ended_on AS "endedOn"
    FROM practice_dentists pd JOIN dentist_profiles d ON d.id = pd.dentist_id
    LEFT JOIN price_lists l ON l.id = pd.price_list_id
    WHERE pd.practice_id = ${practiceId} AND pd.deleted_at IS NULL AND d.deleted_at IS NULL
    ORDER BY pd.is_primary DESC, d.full_name, pd.id`);
}

/** The dentists who prescribe at a practice, as the practice itself sees them: without terms. The chief one first. */
export function prescribersOf(
  tx: Transaction,
  practiceId: string,
): Promise<Pick<DentistAtPractice, "id" | "fullName" | "licenceNumber" | "endedOn">[]> {
  return tx.rows(sql`
    SELECT pd.id, d.full_name AS "fullName", d.licence_number AS "licenceNumber", pd.ended_on AS "endedOn"
    FROM practice_dentists pd JOIN dentist_profiles d ON d.id = pd.dentist_id
    WHERE pd.practice_id = ${practiceId} AND pd.deleted_at IS NULL AND d.deleted_at IS NULL
    ORDER BY pd.is_primary DESC, d.full_name, pd.id`);
}

/** The lab's price lists, to choose one from. */
export function priceListChoices(tx: Transaction): Promise<{ id: string; name: string; isDefault: boolean }[]> {
  return tx.rows(
    sql`SELECT id, name, is_default AS "isDefault" FROM price_lists WHERE deleted_at IS NULL ORDER BY is_default DESC, name LIMIT 200`,
  );
}

/** What a new practice is offered unless agreed otherwise. */
export async function usualTerms(tx: Transaction): Promise<{ paymentTermsDays: number; invoiceMode: InvoiceMode }> {
  const usual = await tx.row<{ paymentTermsDays: number; invoiceMode: InvoiceMode }>(sql`
    SELECT default_payment_terms_days AS "paymentTermsDays", default_invoice_mode AS "invoiceMode" FROM labs`);
  if (!usual) throw new Error("Nobody's lab.");
  return usual;
}

/** Dentists of the lab who are not yet at a practice, by part of their name or licence number; at most 20. */
export async function dentistsToLink(
  { tx }: Context,
  { practiceId, words }: { practiceId: string; words: string },
): Promise<{ id: string; fullName: string; licenceNumber: string }[]> {
  const pattern = `%${words.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return tx.rows(sql`
    SELECT d.id, d.full_name AS "fullName", d.licence_number AS "licenceNumber" FROM dentist_profiles d
    WHERE (d.full_name ILIKE ${pattern}::text OR d.licence_number ILIKE ${pattern}::text)
      AND NOT EXISTS (SELECT FROM practice_dentists pd WHERE pd.dentist_id = d.id AND pd.practice_id = ${practiceId} AND pd.deleted_at IS NULL)
    ORDER BY d.full_name, d.id LIMIT 20`);
}

/** Practices with their dentists, for a lab that is being set up; the newest first, at most 20. */
export const firstPractices = (
  tx: Transaction,
): Promise<{ id: string; name: string; code: string; dentists: string[] }[]> =>
  tx.rows(sql`
    SELECT p.id, p.name, p.code, ARRAY(SELECT d.full_name FROM practice_dentists pd JOIN dentist_profiles d ON d.lab_id = pd.lab_id AND d.id = pd.dentist_id
      WHERE pd.lab_id = p.lab_id AND pd.practice_id = p.id ORDER BY d.full_name) AS dentists
    FROM practices p ORDER BY p.created_at DESC, p.id DESC LIMIT 20`);
