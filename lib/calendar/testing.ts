import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { makeAppointment } from "./make-appointment";
import { makeSchema } from "./schema";

type Input = z.input<typeof makeSchema>;

/** Input of a meeting on 8 September 2027 from 10:00 to 11:00 of the lab's clock, with nobody and nowhere unless said. */
export const meeting = (more: Partial<Input> = {}): Input => ({
  idempotencyKey: randomUUID(),
  type: "meeting",
  title: "Morning round",
  notes: "",
  day: "2027-09-08",
  startsAt: "10:00",
  endDay: more.day ?? "2027-09-08",
  endsAt: "11:00",
  roomId: "",
  location: "",
  departmentId: "",
  caseNumber: "",
  practiceId: "",
  routeId: "",
  equipmentId: "",
  planId: "",
  isPrivate: false,
  people: [],
  guests: [],
  repeat: "none",
  until: "",
  ...more,
});

/** Makes an appointment of `meeting` as an actor; answers its id and how many it made. */
export const made = (actor: Actor, more: Partial<Input> = {}): Promise<{ id: string; count: number }> =>
  asActor(actor, (tx) => makeAppointment({ actor, tx }, makeSchema.parse(meeting(more))));

/** A room of the lab the owner's connection acts for. */
export async function buildRoom(owner: ClientBase, labId: string, name = "Blue room"): Promise<string> {
  const room = await owner.query<{ id: string }>("INSERT INTO rooms (lab_id, name) VALUES ($1, $2) RETURNING id", [
    labId,
    name,
  ]);
  return room.rows[0]?.id as string;
}

/** A machine of the lab's first department. */
export async function buildMachine(owner: ClientBase, labId: string): Promise<string> {
  const machine = await owner.query<{ id: string }>(
    "INSERT INTO department_equipment (lab_id, department_id, name, code) SELECT lab_id, id, 'Furnace ' || $2, $2 FROM departments WHERE lab_id = $1 LIMIT 1 RETURNING id",
    [labId, randomUUID().slice(0, 8)],
  );
  return machine.rows[0]?.id as string;
}
