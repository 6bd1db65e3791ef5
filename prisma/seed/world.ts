import type { DateTime } from "luxon";
import type { ClientBase } from "pg";
import type { Material, ProcedureType, Stage } from "@/lib/cases/vocabulary";
import type { LabClock } from "./lab-clock";
import type { LabPlan } from "./lab-plans";
import type { SeededPeople } from "./people";
import type { Chance } from "./random";
import type { Rows } from "./rows";

export type Template = {
  id: string;
  procedureType: ProcedureType;
  material: Material | null;
  stages: { stage: Stage; days: number; departmentId: string }[];
};
export type ReasonRow = { id: string; kind: string; code: string; label: string };

/** What the story of one lab is told with. */
export type World = {
  owner: ClientBase;
  labId: string;
  plan: LabPlan;
  clock: LabClock;
  chance: Chance;
  rows: Rows;
  people: SeededPeople;
  templates: Template[];
  reasons: ReasonRow[];
  counters: Map<string, number>;
};

/** A version 7 identifier of a moment, so that rows sort as if they had been written then. */
export function idAt(at: DateTime, chance: Chance): string {
  const time = Math.floor(at.toMillis()).toString(16).padStart(12, "0");
  const random = Array.from({ length: 20 }, () => chance.between(0, 15).toString(16)).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

/** The next number of a kind in the year of a moment; `closeCounters` writes the counters when the story is told. */
export function numberAt(world: World, kind: "case" | "invoice" | "shipment" | "credit_note", at: DateTime): string {
  const key = `${kind}:${at.year}`;
  const value = (world.counters.get(key) ?? 0) + 1;
  world.counters.set(key, value);
  return `${{ case: "C", invoice: "INV", shipment: "S", credit_note: "CN" }[kind]}-${at.year}-${String(value).padStart(6, "0")}`;
}

export async function closeCounters(world: World): Promise<void> {
  for (const [key, value] of world.counters) {
    const [kind, year] = key.split(":");
    await world.owner.query("INSERT INTO lab_counters (kind, year, value) VALUES ($1, $2, $3)", [kind, year, value]);
  }
}

export function templateFor(world: World, procedureType: ProcedureType, material: Material | null): Template {
  const found =
    world.templates.find((t) => t.procedureType === procedureType && t.material === material) ??
    world.templates.find((t) => t.procedureType === procedureType && !t.material);
  if (!found) throw new Error(`No template for ${procedureType}`);
  return found;
}

export function reason(world: World, kind: string, code?: string): ReasonRow {
  const options = world.reasons.filter((r) => r.kind === kind && (!code || r.code === code));
  return world.chance.pick(options);
}

type EventRow = {
  caseId: string;
  itemId?: string;
  kind: string;
  data: object;
  shared?: boolean;
  by: string | null;
  at: DateTime;
};

/** A line of a case's timeline, as the capabilities write it. */
export function tell(world: World, e: EventRow): void {
  const name = e.by ? (world.people.names.get(e.by) ?? "Casepan") : "Casepan";
  world.rows.add("case_events", {
    id: idAt(e.at, world.chance),
    lab_id: world.labId,
    case_id: e.caseId,
    item_id: e.itemId ?? null,
    kind: e.kind,
    audience: e.shared ? "shared" : "internal",
    data: e.data,
    actor_id: e.by,
    actor_name: name,
    occurred_at: e.at.toISO(),
    created_at: e.at.toISO(),
  });
}
