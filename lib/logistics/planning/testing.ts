import type { PoolClient } from "pg";
import { addDays } from "@/lib/cases/due-date";
import type { OpeningHours } from "@/lib/practices/opening-hours";
import { WEEKDAYS } from "@/lib/practices/opening-hours";
import { buildPractice } from "@/lib/testing/build";
import { Dispatch } from "../testing";
import { type PlannedDay, planDay } from "./plan-day";

/** The same hours on every day of the week. */
export const everyDay = (...spans: [string, string][]): OpeningHours =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, spans]));

/** For tests: a lab that works every day, at 55.86 N 4.25 W, and practices east and west of it. */
export class Planning {
  private constructor(
    readonly owner: PoolClient,
    readonly scene: Dispatch,
  ) {}

  static async open(owner: PoolClient): Promise<Planning> {
    const scene = await Dispatch.open(owner);
    await owner.query("SELECT set_config('app.lab_id', $1, false)", [scene.lab.id]);
    await owner.query(
      "UPDATE labs SET latitude = 55.86, longitude = -4.25, working_weekdays = '{1,2,3,4,5,6,7}', opens_at = '08:00', closes_at = '17:00' WHERE id = $1",
      [scene.lab.id],
    );
    return new Planning(owner, scene);
  }

  /** A day ahead, so that no clock of the test matters. */
  day = (ahead = 10) => addDays(this.scene.today(), ahead);

  /** A practice on the lab's latitude; without a longitude its place is not known. A hundredth of a degree is about two minutes. */
  async practice(longitude: number | null, hours: OpeningHours | null = null): Promise<string> {
    await this.own();
    const { id } = await buildPractice(this.owner);
    await this.owner.query("UPDATE practices SET latitude = $2, longitude = $3, opening_hours = $4 WHERE id = $1", [
      id,
      longitude === null ? null : 55.86,
      longitude,
      hours && JSON.stringify(hours),
    ]);
    return id;
  }

  /** A pick-up that somebody asked for. */
  async pickup(practiceId: string, wantedOn: string | null = null): Promise<string> {
    await this.own();
    const row = await this.scene.one<{ id: string }>(
      "INSERT INTO shipments (number, type, practice_id, wanted_on) VALUES ('T-' || uuid_v7(), 'pickup', $1, $2) RETURNING id",
      [practiceId, wantedOn],
    );
    return row.id;
  }

  /** A template of every weekday; practices marked "!" are always served. */
  async template(
    name: string,
    practices: [id: string, always?: "!"][],
    [departsAt, shiftEndsAt]: [string, string] = ["08:00", "17:00"],
  ): Promise<string> {
    await this.own();
    const { id } = await this.scene.one<{ id: string }>(
      "INSERT INTO route_templates (name, weekdays, driver_id, departs_at, shift_ends_at) VALUES ($1, '{1,2,3,4,5,6,7}', $2, $3, $4) RETURNING id",
      [name, this.scene.lab.actors.driver.userId, departsAt, shiftEndsAt],
    );
    for (const [i, [practiceId, always]] of practices.entries())
      await this.owner.query(
        "INSERT INTO route_template_stops (template_id, practice_id, position, always) VALUES ($1, $2, $3, $4)",
        [id, practiceId, i + 1, always === "!"],
      );
    return id;
  }

  plan = (day = this.day()): Promise<PlannedDay> => this.scene.staff((context) => planDay(context, { day }));

  /** The living routes of a day with the practices of their stops in order. */
  async routes(day = this.day()): Promise<{ id: string; name: string; practices: string[]; stops: string[] }[]> {
    return (
      await this.owner.query(
        `SELECT r.id, r.name,
           ARRAY(SELECT practice_id::text FROM route_stops s WHERE s.route_id = r.id AND s.deleted_at IS NULL ORDER BY position) AS practices,
           ARRAY(SELECT id::text FROM route_stops s WHERE s.route_id = r.id AND s.deleted_at IS NULL ORDER BY position) AS stops
         FROM delivery_routes r WHERE r.lab_id = $1 AND r.route_date = $2 AND r.deleted_at IS NULL ORDER BY r.departs_at, r.name`,
        [this.scene.lab.id, day],
      )
    ).rows;
  }

  /** Of shipments, which practice's stop each is on; null on none. */
  async placesOf(shipmentIds: string[]): Promise<(string | null)[]> {
    const { rows } = await this.owner.query<{ id: string; practice: string | null }>(
      "SELECT h.id, s.practice_id AS practice FROM shipments h LEFT JOIN route_stops s ON s.id = h.stop_id WHERE h.id = ANY($1)",
      [shipmentIds],
    );
    return shipmentIds.map((id) => rows.find((row) => row.id === id)?.practice ?? null);
  }

  /** The lab's clock ("HH:MM") when the driver is expected at each stop of a route, in order. */
  async expected(routeId: string): Promise<(string | null)[]> {
    const { rows } = await this.owner.query<{ at: string | null }>(
      `SELECT to_char(s.expected_at AT TIME ZONE l.time_zone, 'HH24:MI') AS at FROM route_stops s JOIN labs l ON l.id = s.lab_id
       WHERE s.route_id = $1 AND s.deleted_at IS NULL ORDER BY s.position`,
      [routeId],
    );
    return rows.map(({ at }) => at);
  }

  private own = () => this.owner.query("SELECT set_config('app.lab_id', $1, false)", [this.scene.lab.id]);
}
