import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { EDITABLE_DAYS } from "./rate";

export type Scores = {
  overall: number | null;
  fit: number | null;
  contacts: number | null;
  shade: number | null;
  timeliness: number | null;
};
export type AskedRating = Scores & {
  id: string;
  caseId: string;
  number: string;
  patient: string;
  dentist: string;
  deliveredAt: Date;
  words: string | null;
  ratedAt: Date | null;
  dismissed: boolean;
  editable: boolean;
};

const columns = sql`r.id, r.case_id AS "caseId", c.number, coalesce(p.full_name, p.reference) AS patient, d.full_name AS dentist,
  c.delivered_at AS "deliveredAt", r.overall, r.fit, r.contacts, r.shade, r.timeliness, r.words, r.rated_at AS "ratedAt",
  r.dismissed_at IS NOT NULL AS dismissed, r.rated_at IS NULL OR r.rated_at > now() - make_interval(days => ${EDITABLE_DAYS}) AS editable`;
const joined = sql`FROM case_ratings r JOIN cases c ON c.id = r.case_id JOIN patients p ON p.id = c.patient_id
  JOIN dentist_profiles d ON d.id = r.dentist_id`;

/** What the acting practice was asked and has not answered or put away, the oldest first; at most `most`. */
export function openRatings(tx: Transaction, most = 20): Promise<AskedRating[]> {
  return tx.rows(sql`
    SELECT ${columns} ${joined} WHERE r.practice_id = app_practice_id() AND r.overall IS NULL AND r.dismissed_at IS NULL
    ORDER BY r.asked_at, r.id LIMIT ${most}`);
}

/** What the acting practice was asked and has answered or put away, the newest first; at most 50. */
export function answeredRatings(tx: Transaction): Promise<AskedRating[]> {
  return tx.rows(sql`
    SELECT ${columns} ${joined} WHERE r.practice_id = app_practice_id() AND (r.overall IS NOT NULL OR r.dismissed_at IS NOT NULL)
    ORDER BY r.asked_at DESC, r.id DESC LIMIT 50`);
}

/** The ratings that a dentist's practices gave, the newest first; at most 20. Of all dentists when `dentistId` is null. */
export function ratingsOf(tx: Transaction, dentistId: string | null): Promise<AskedRating[]> {
  return tx.rows(sql`
    SELECT ${columns} ${joined} WHERE r.overall IS NOT NULL ${dentistId ? sql`AND r.dentist_id = ${dentistId}` : emptySql}
    ORDER BY r.rated_at DESC, r.id DESC LIMIT 20`);
}
