import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Particulars } from "./schema";

/** What of an appointment is kept in columns of its own, with what it names looked up. */
export type Named = Pick<
  Particulars,
  | "type"
  | "title"
  | "notes"
  | "location"
  | "roomId"
  | "departmentId"
  | "practiceId"
  | "routeId"
  | "equipmentId"
  | "planId"
  | "isPrivate"
> & { caseId: string | null };

/**
 * Looks up what an appointment names. Refuses at its field a case, room, machine, department, practice, route or person that is not
 * there (any more), and a service that names no machine. Only a delivery keeps its route, only a service its machine, and its maintenance
 * plan where that is a plan of this machine.
 */
export async function namedThings({ tx }: Context, input: Particulars): Promise<Named> {
  const { type, title, notes, location, roomId, departmentId, isPrivate } = input;
  const equipmentId = type === "equipment_service" ? input.equipmentId : null;
  const routeId = type === "delivery" ? input.routeId : null;
  if (type === "equipment_service" && !equipmentId) throw invalid("equipmentId", "Choose the machine.");
  const found = await tx.row<{
    caseId: string | null;
    casePractice: string | null;
    room: boolean;
    department: boolean;
    machine: boolean;
    practice: boolean;
    route: boolean;
    plan: boolean;
    people: number;
  }>(sql`
    SELECT c.id AS "caseId", c.practice_id AS "casePractice",
      EXISTS (SELECT FROM rooms WHERE id = ${roomId}::uuid AND archived_at IS NULL) AS room,
      EXISTS (SELECT FROM departments WHERE id = ${departmentId}::uuid) AS department,
      EXISTS (SELECT FROM department_equipment WHERE id = ${equipmentId}::uuid) AS machine,
      EXISTS (SELECT FROM practices WHERE id = ${input.practiceId}::uuid) AS practice,
      EXISTS (SELECT FROM delivery_routes WHERE id = ${routeId}::uuid) AS route,
      EXISTS (SELECT FROM maintenance_plans WHERE id = ${input.planId}::uuid AND equipment_id = ${equipmentId}::uuid) AS plan,
      (SELECT count(*)::int FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
        WHERE m.user_id = ANY(${input.people}::uuid[]) AND m.status = 'active' AND r.kind <> 'dentist') AS people
    FROM (SELECT) one LEFT JOIN cases c ON c.number = upper(${input.caseNumber}::text)`);
  if (input.caseNumber && !found?.caseId) throw invalid("caseNumber", "There is no case of this number.");
  if (roomId && !found?.room) throw invalid("roomId", "This room is not there any more.");
  if (departmentId && !found?.department) throw invalid("departmentId", "This department is not there any more.");
  if (equipmentId && !found?.machine) throw invalid("equipmentId", "This machine is not there any more.");
  if (input.practiceId && !found?.practice) throw invalid("practiceId", "This practice is not there any more.");
  if (routeId && !found?.route) throw invalid("routeId", "This route is not there any more.");
  if (found?.people !== new Set(input.people).size)
    throw invalid("people", "Somebody here does not work in the lab any more.");
  return {
    type,
    title,
    notes,
    location,
    roomId,
    departmentId,
    isPrivate,
    equipmentId,
    routeId,
    planId: found.plan ? input.planId : null,
    caseId: found.caseId,
    practiceId: input.practiceId ?? found.casePractice,
  };
}
