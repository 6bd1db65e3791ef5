import { notFound } from "@/lib/access/errors";
import { emptySql, rawSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Sums } from "./dentist-rates";

const SUMS = [
  "cases",
  "units",
  "made_cases",
  "made_units",
  "remade_cases",
  "remade_units",
  "on_time",
  "timed_cases",
  "held_cases",
  "holds",
  "ratings",
  "rating_points",
];
const NAMES = [
  "cases",
  "units",
  "madeCases",
  "madeUnits",
  "remadeCases",
  "remadeUnits",
  "onTime",
  "timedCases",
  "heldCases",
  "holds",
  "ratings",
  "ratingPoints",
];
/** The sums of the rows `v` of `lab_dentist_performance()`, as `Figures` names them. */
export const summed = rawSql(
  [
    ...SUMS.map((column, i) => `coalesce(sum(v.${column}), 0)::int AS "${NAMES[i]}"`),
    "coalesce(sum(v.days), 0)::float8 AS days",
    "coalesce(sum(v.revenue), 0)::numeric(14,2) AS revenue",
  ].join(", "),
);

/** Sums with what was invoiced, a decimal string in the lab's currency. */
export type Figures = Sums & { revenue: string };
/** The sums of the whole lab since a month, for comparing. */
export async function labFigures(tx: Transaction, since: string): Promise<Figures> {
  const row = await tx.row<Figures>(
    sql`SELECT ${summed} FROM lab_dentist_performance() v WHERE v.month >= ${since}::date`,
  );
  return row as Figures;
}

export type MonthFigures = Figures & { month: string };

/** The sums per month since a month, in order: of one dentist, or of the whole lab when `dentistId` is null. */
export function figuresByMonth(tx: Transaction, since: string, dentistId: string | null): Promise<MonthFigures[]> {
  return tx.rows(sql`
    SELECT v.month, ${summed} FROM lab_dentist_performance() v
    WHERE v.month >= ${since}::date ${dentistId ? sql`AND v.dentist_id = ${dentistId}` : emptySql} GROUP BY v.month ORDER BY v.month`);
}

export type DentistDetail = {
  id: string;
  name: string;
  licenceNumber: string;
  email: string | null;
  phone: string | null;
  /** Mean of all ratings that the dentist's practices ever gave. */
  rating: string | null;
  verifiedAt: Date | null;
  verifiedBy: string | null;
  hasAccount: boolean;
  practices: {
    id: string;
    name: string;
    discountPercent: string | null;
    priceList: string | null;
    startedOn: string | null;
    endedOn: string | null;
  }[];
};

/** A dentist of the lab with where they work on which terms. Refuses with `not_found`. */
export async function findDentist(tx: Transaction, id: string): Promise<DentistDetail> {
  const found = await tx.row<DentistDetail>(sql`
    SELECT d.id, d.full_name AS name, d.licence_number AS "licenceNumber", d.email, d.phone, d.rating, d.verified_at AS "verifiedAt",
      u.name AS "verifiedBy", d.user_id IS NOT NULL AS "hasAccount",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'discountPercent', pd.discount_percent::text,
          'priceList', l.name, 'startedOn', pd.started_on, 'endedOn', pd.ended_on) ORDER BY p.name)
        FROM practice_dentists pd JOIN practices p ON p.id = pd.practice_id LEFT JOIN price_lists l ON l.id = pd.price_list_id
        WHERE pd.dentist_id = d.id), '[]') AS practices
    FROM dentist_profiles d LEFT JOIN users u ON u.id = d.verified_by_id WHERE d.id = ${id}`);
  if (!found) throw notFound("dentist");
  return found;
}
