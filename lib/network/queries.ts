import { notFound } from "@/lib/access/errors";
import { tokenHash } from "@/lib/access/tokens";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { OpeningHours } from "@/lib/practices/opening-hours";
import type { ApplicationStatus } from "./vocabulary";

export const PAGE_SIZE = 50;

/** The tabs of the queue, each with the states it shows. */
export const TABS = {
  waiting: ["submitted", "in_review"],
  question: ["question"],
  approved: ["approved"],
  rejected: ["rejected"],
  withdrawn: ["withdrawn"],
} as const satisfies Record<string, readonly ApplicationStatus[]>;
export type Tab = keyof typeof TABS;

export type ApplicationRow = {
  id: string;
  applicantName: string;
  practiceName: string;
  city: string | null;
  licenceNumber: string;
  licenceChecked: boolean;
  documents: number;
  status: ApplicationStatus;
  confirmedAt: Date;
};

export type ApplicationPage = { rows: ApplicationRow[]; older: string | null; counts: Record<Tab, number> };

/** A page of the applications of a tab, the newest first, with how many each tab holds. `after` is `<instant>|<id>`. */
export async function listApplications(
  tx: Transaction,
  tab: Tab,
  after: [at: string, id: string] | null,
): Promise<ApplicationPage> {
  const bound = after
    ? sql`AND a.created_at <= ${after[0]}::timestamptz AND (a.created_at < ${after[0]}::timestamptz OR a.id < ${after[1]}::uuid)`
    : emptySql;
  const found = await tx.rows<ApplicationRow & { createdAt: Date }>(sql`
    SELECT a.id, a.applicant_name AS "applicantName", a.practice_name AS "practiceName", a.practice_city AS city,
      a.licence_number AS "licenceNumber", a.licence_checked_at IS NOT NULL AS "licenceChecked",
      (SELECT count(*)::int FROM dentist_application_files f WHERE f.application_id = a.id) AS documents, a.status,
      a.confirmed_at AS "confirmedAt", a.created_at AS "createdAt"
    FROM dentist_applications a
    WHERE a.status = ANY(${[...TABS[tab]]}::text[]) AND a.confirmed_at IS NOT NULL ${bound}
    ORDER BY a.created_at DESC, a.id DESC LIMIT ${PAGE_SIZE + 1}`);
  const counted = await tx.rows<{ status: ApplicationStatus; n: number }>(sql`
    SELECT status, count(*)::int AS n FROM dentist_applications WHERE confirmed_at IS NOT NULL GROUP BY 1`);
  const counts = Object.fromEntries(
    (Object.keys(TABS) as Tab[]).map((key) => {
      const states: readonly ApplicationStatus[] = TABS[key];
      return [key, counted.filter(({ status }) => states.includes(status)).reduce((sum, { n }) => sum + n, 0)];
    }),
  ) as Record<Tab, number>;
  const last = found.length > PAGE_SIZE ? found[PAGE_SIZE - 1] : undefined;
  const rows = found.slice(0, PAGE_SIZE).map(({ createdAt: _, ...row }) => row);
  return { rows, counts, older: last ? `${last.createdAt.toISOString()}|${last.id}` : null };
}

export type ApplicationMessage = { id: string; body: string; author: string | null; createdAt: Date };
export type ApplicationDocument = { id: string; name: string; mediaType: string; sizeBytes: number; createdAt: Date };

export type ApplicationDetail = {
  id: string;
  status: ApplicationStatus;
  applicantName: string;
  email: string;
  phone: string | null;
  licenceNumber: string;
  licenceBody: string | null;
  practiceName: string;
  practiceAddress: string | null;
  practiceCity: string | null;
  practicePostcode: string | null;
  practicePhone: string | null;
  taxId: string | null;
  openingHours: OpeningHours | null;
  expectedCases: number | null;
  message: string | null;
  createdAt: Date;
  confirmedAt: Date | null;
  licenceCheckedAt: Date | null;
  licenceCheckedBy: string | null;
  licenceRegister: string | null;
  licenceNote: string | null;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  decisionReason: string | null;
  practiceId: string | null;
  dentistId: string | null;
};

const columns = sql`a.id, a.status, a.applicant_name AS "applicantName", a.email, a.phone, a.licence_number AS "licenceNumber",
  a.licence_body AS "licenceBody", a.practice_name AS "practiceName", a.practice_address AS "practiceAddress", a.practice_city AS "practiceCity",
  a.practice_postcode AS "practicePostcode", a.practice_phone AS "practicePhone", a.tax_id AS "taxId", a.opening_hours AS "openingHours",
  a.expected_cases AS "expectedCases", a.message, a.created_at AS "createdAt", a.confirmed_at AS "confirmedAt",
  a.licence_checked_at AS "licenceCheckedAt", c.name AS "licenceCheckedBy", a.licence_register AS "licenceRegister", a.licence_note AS "licenceNote",
  a.reviewed_at AS "reviewedAt", r.name AS "reviewedBy", a.decision_reason AS "decisionReason", a.practice_id AS "practiceId",
  a.dentist_id AS "dentistId"`;

export type Application = ApplicationDetail & { documents: ApplicationDocument[]; messages: ApplicationMessage[] };

/** A confirmed application with its documents and what was asked and answered, for a reviewer. Refuses with `not_found`. */
export async function findApplication(tx: Transaction, id: string): Promise<Application> {
  const found = await tx.row<ApplicationDetail>(sql`
    SELECT ${columns} FROM dentist_applications a LEFT JOIN users c ON c.id = a.licence_checked_by_id LEFT JOIN users r ON r.id = a.reviewed_by_id
    WHERE a.id = ${id} AND a.confirmed_at IS NOT NULL`);
  if (!found) throw notFound("application");
  return { ...found, ...(await belongings(tx, id)) };
}

/** The application that a letter's link opens, for its applicant; null for a link that does not work (any more). */
export async function applicationByLink(tx: Transaction, token: string): Promise<Application | null> {
  const found = await tx.row<ApplicationDetail>(sql`
    SELECT ${columns} FROM dentist_application_links k JOIN dentist_applications a ON a.id = k.application_id
    LEFT JOIN users c ON c.id = a.licence_checked_by_id LEFT JOIN users r ON r.id = a.reviewed_by_id
    WHERE k.token_hash = ${tokenHash(token)} AND k.purpose = 'letter' AND k.expires_at > now()`);
  return found ? { ...found, ...(await belongings(tx, found.id)) } : null;
}

async function belongings(tx: Transaction, id: string): Promise<Pick<Application, "documents" | "messages">> {
  const documents = await tx.rows<ApplicationDocument>(sql`
    SELECT id, name, media_type AS "mediaType", size_bytes AS "sizeBytes", created_at AS "createdAt" FROM dentist_application_files
    WHERE application_id = ${id} ORDER BY created_at, id`);
  const messages = await tx.rows<ApplicationMessage>(sql`
    SELECT m.id, m.body, u.name AS author, m.created_at AS "createdAt" FROM dentist_application_messages m LEFT JOIN users u ON u.id = m.author_id
    WHERE m.application_id = ${id} ORDER BY m.created_at, m.id`);
  return { documents, messages };
}
