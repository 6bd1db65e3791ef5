import type { World } from "./world";

/** The days on which the demonstration's lab and its first practice are shut, in this year and the next. */
export async function seedCalendar({ owner, clock, people }: World): Promise<void> {
  const { year } = clock.now;
  const closed = [year, year + 1].flatMap((y) => [
    [`${y}-12-25`, "Christmas Day"],
    [`${y}-12-26`, "Boxing Day"],
    [`${y + 1}-01-01`, "New Year's Day"],
  ]);
  await owner.query(
    "INSERT INTO lab_closing_days (closed_on, name) SELECT x.day::date, x.name FROM jsonb_to_recordset($1) AS x(day text, name text)",
    [JSON.stringify(closed.map(([day, name]) => ({ day, name })))],
  );
  const practice = people.practices[0];
  if (!practice) return;
  await owner.query(
    `INSERT INTO practice_closing_days (practice_id, closed_from, closed_to, name)
     VALUES ($1, $2, $3, 'Winter break')`,
    [practice.id, `${year}-12-24`, `${year + 1}-01-02`],
  );
}
