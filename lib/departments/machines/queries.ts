import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A machine with its particulars; days are the lab's, `purchasePrice` a decimal string in the lab's currency. */
export type MachineRecord = {
  id: string;
  code: string;
  name: string;
  departmentId: string;
  department: string;
  status: "active" | "maintenance" | "inactive" | "broken" | "decommissioned";
  serialNumber: string | null;
  manufacturer: string | null;
  supplier: string | null;
  purchasedOn: string | null;
  purchasePrice: string | null;
  warrantyUntil: string | null;
  notes: string | null;
  lastMaintainedOn: string | null;
  /** The last day of its latest certificate of calibration. */
  calibratedUntil: string | null;
  photoId: string | null;
  /** Since when it stands still for a fault, or until when for a planned downtime. */
  downSince: Date | null;
  plannedUntil: Date | null;
};

const columns = sql`
  e.id, e.code, e.name, e.department_id AS "departmentId", d.name AS department, e.status, e.serial_number AS "serialNumber", e.manufacturer, e.supplier,
  e.purchased_on AS "purchasedOn", e.purchase_price::text AS "purchasePrice", e.warranty_until AS "warrantyUntil", e.notes,
  e.last_maintained_on AS "lastMaintainedOn",
  (SELECT max(f.expires_on) FROM equipment_files f WHERE f.equipment_id = e.id AND f.kind = 'calibration') AS "calibratedUntil",
  (SELECT f.id FROM equipment_files f WHERE f.equipment_id = e.id AND f.kind = 'photo' ORDER BY f.created_at DESC LIMIT 1) AS "photoId",
  (SELECT t.started_at FROM equipment_downtimes t WHERE t.equipment_id = e.id AND t.ended_at IS NULL LIMIT 1) AS "downSince",
  (SELECT t.ended_at FROM equipment_downtimes t WHERE t.equipment_id = e.id AND t.planned AND t.started_at <= now() AND t.ended_at > now() LIMIT 1) AS "plannedUntil"`;

/** The machines of the lab by department and code, of one department or all; those taken out of service last. At most 300. */
export const machineRecords = (tx: Transaction, departmentId: string | null = null): Promise<MachineRecord[]> =>
  tx.rows<MachineRecord>(sql`
    SELECT ${columns} FROM department_equipment e JOIN departments d ON d.id = e.department_id
    WHERE ${departmentId}::uuid IS NULL OR e.department_id = ${departmentId}::uuid
    ORDER BY e.status = 'decommissioned', d.name, e.code LIMIT 300`);

/** One machine; undefined when it is not the actor's to see. */
export const machineRecord = (tx: Transaction, id: string): Promise<MachineRecord | undefined> =>
  tx.row<MachineRecord>(sql`
    SELECT ${columns} FROM department_equipment e JOIN departments d ON d.id = e.department_id WHERE e.id = ${id}`);

/** A planned downtime that lasts or lies ahead. */
export type PlannedDowntime = {
  id: string;
  equipmentId: string;
  machine: string;
  from: Date;
  to: Date;
  note: string | null;
  plan: string | null;
  /** The appointment of the calendar that made it. */
  ofAppointment: string | null;
};

/** The planned downtimes ahead, of one machine or all, the next first; at most 50. */
export const plannedDowntimes = (tx: Transaction, equipmentId: string | null = null): Promise<PlannedDowntime[]> =>
  tx.rows<PlannedDowntime>(sql`
    SELECT t.id, t.equipment_id AS "equipmentId", e.code AS machine, t.started_at AS from, t.ended_at AS to, t.note,
      (SELECT name FROM maintenance_plans p WHERE p.id = t.maintenance_plan_id) AS plan,
      (SELECT a.id FROM appointments a WHERE a.downtime_id = t.id AND a.deleted_at IS NULL LIMIT 1) AS "ofAppointment"
    FROM equipment_downtimes t JOIN department_equipment e ON e.id = t.equipment_id
    WHERE t.planned AND t.ended_at > now() AND (${equipmentId}::uuid IS NULL OR t.equipment_id = ${equipmentId}::uuid)
    ORDER BY t.started_at LIMIT 50`);
