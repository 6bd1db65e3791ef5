import { DateTime } from "luxon";
import { caseStatusOf } from "@/lib/cases/status";
import { STAGES, type Stage } from "@/lib/cases/vocabulary";
import { type PlannedItem, planCrown, planItems } from "./case-mix";
import type { SeededPractice } from "./people";
import { type ItemStory, produce } from "./production";
import { type Return, Returns } from "./remakes";
import type { Row } from "./rows";
import { idAt, numberAt, reason, tell, templateFor, type World } from "./world";

export type SeededItem = {
  id: string;
  planned: PlannedItem;
  finishedAt: DateTime | null;
  row: Row;
  deliveryRow: Row | null;
};
export type SeededCase = {
  id: string;
  number: string;
  practice: SeededPractice;
  row: Row;
  items: SeededItem[];
  readyAt: DateTime | null;
  onHold: boolean;
};

const WEEKS = 6;
const iso = (t: DateTime) => t.toISODate() as string;

/** Some weeks of prescriptions, each taken as far through production as time allowed until now, and what of them is made again. */
export function seedCases(world: World): SeededCase[] {
  const cases: SeededCase[] = [];
  const returns = new Returns(world);
  const add = (one: SeededCase) => {
    cases.push(one);
    returns.consider(one);
    return one;
  };
  const perDay = world.people.practices.length > 4 ? [3, 6] : [1, 3];
  for (let daysAgo = WEEKS * 7; daysAgo >= 0; daysAgo -= 1) {
    const day = world.clock.daysAgo(daysAgo, 8, 0);
    if (day.weekday > 5) continue;
    const moments = Array.from({ length: world.chance.between(perDay[0] as number, perDay[1] as number) }, () =>
      day.plus({ minutes: world.chance.between(5, 590) }),
    );
    for (const back of returns.until(day.endOf("day"))) {
      const own = { ...world, chance: returns.chance };
      returns.keep(back, add(seedCase(own, back.at.plus({ minutes: 25 }).setZone(world.plan.lab.timeZone), { back })));
    }
    for (const at of moments.sort((a, b) => a.toMillis() - b.toMillis())) {
      if (world.clock.isPast(at)) add(seedCase(world, at.setZone(world.plan.lab.timeZone)));
    }
  }
  return [...cases, ...certainCases(world)];
}

/** What a demonstration must show on whatever day and hour it is looked at: something at each stage, fresh mail, a hold. */
function certainCases(world: World): SeededCase[] {
  const { clock, plan, people } = world;
  const lately = clock.workingDay(clock.now.minus({ days: 5 }), 0).set({ hour: 8, minute: 20 });
  const stops = [
    ...STAGES.slice(1, 6).map((stopAt) => ({ at: lately, stopAt, onHold: false })),
    { at: lately, stopAt: "design" as const, onHold: true },
  ];
  const fresh = [170, 95, 40].map((minutes) => ({
    at: clock.now.minus({ minutes }),
    stopAt: "receiving" as const,
    onHold: false,
  }));
  return [...stops, ...fresh].map(({ at, ...certain }, i) => {
    const practice = people.practices[i % people.practices.length] as SeededPractice;
    return seedCase(world, at.setZone(plan.lab.timeZone), { certain: { ...certain, practice } });
  });
}

type Certain = { stopAt: Stage; onHold: boolean; practice: SeededPractice };
type Told = { certain?: Certain; back?: Return };

function seedCase(world: World, submittedAt: DateTime, { certain, back }: Told = {}): SeededCase {
  const { chance, clock, rows, labId, people } = world;
  const practice = back?.original.practice ?? certain?.practice ?? chance.pick(people.practices);
  const id = idAt(submittedAt, chance);
  const number = numberAt(world, "case", submittedAt);
  const planned = back ? [back.item.planned] : certain ? [planCrown(chance)] : planItems(chance);
  const items = planned.map((item) => ({
    item,
    id: idAt(submittedAt, chance),
    template: templateFor(world, item.procedureType, item.material),
  }));
  const urgency = chance.weighted([
    ["standard", 88],
    ["rush", 10],
    ["emergency", 2],
  ] as const);
  const labDays =
    Math.max(...items.map(({ template }) => Math.ceil(template.stages.reduce((sum, s) => sum + s.days, 0)))) +
    chance.between(0, 2);
  const shipBy = clock.workingDay(submittedAt, urgency === "standard" ? labDays : Math.ceil(labDays / 2));
  const dueOn = clock.workingDay(shipBy, 1);
  const patientId = back?.original.row.patient_id ?? seedPatient(world, practice, number, submittedAt);
  tell(world, {
    caseId: id,
    kind: "submitted",
    shared: true,
    by: back ? people.byRole.manager : people.byRole.dentist,
    at: submittedAt,
    data: { number, items: items.length, dueOn: iso(dueOn) },
  });

  const receivedAt = clock.after(submittedAt, chance.between(15, 240));
  const received = certain ? certain.stopAt !== "receiving" : clock.isPast(receivedAt);
  if (received)
    tell(world, { caseId: id, kind: "received", shared: true, by: people.byRole.staff, at: receivedAt, data: {} });
  const stories: (ItemStory & { id: string })[] = items.map(({ item, id: itemId, template }) => ({
    id: itemId,
    ...produce(world, { caseId: id, itemId, item, template, receivedAt, submittedAt, stopAt: certain?.stopAt }),
  }));
  const finished = stories.every((s) => s.finishedAt);
  const onHold = certain ? certain.onHold : !back && received && !finished && chance.happens(0.12);
  if (onHold) seedHold(world, id, receivedAt);

  const row = {
    id,
    lab_id: labId,
    number,
    practice_id: practice.id,
    dentist_id: back?.original.row.dentist_id ?? chance.pick(practice.dentistIds),
    patient_id: patientId,
    pan_id: null as string | null,
    remake_of_id: back?.original.id ?? null,
    status: caseStatusOf(
      stories.map((s) => ({ status: s.finishedAt ? "finished" : "in_production", stage: s.stage })),
      onHold,
    ),
    urgency,
    priority: urgency === "standard" && !back ? "medium" : "high",
    impression: chance.happens(0.8) ? "digital_scan" : "physical",
    instructions: chance.happens(0.35) ? chance.pick(INSTRUCTIONS) : null,
    wanted_on: iso(dueOn),
    due_on: iso(dueOn),
    ship_by: iso(shipBy),
    submitted_at: submittedAt.toISO(),
    submitted_by_id: back ? people.byRole.manager : people.byRole.dentist,
    received_at: received ? receivedAt.toISO() : null,
    received_by_id: received ? people.byRole.staff : null,
    delivered_at: null as string | null,
    version: 1,
    created_at: submittedAt.toISO(),
    updated_at: submittedAt.toISO(),
  };
  rows.add("cases", row);
  const seeded = items.map(({ item, id: itemId, template }, index) => {
    const story = stories[index] as ItemStory;
    const itemRow = {
      id: itemId,
      lab_id: labId,
      case_id: id,
      template_id: template.id,
      position: index + 1,
      procedure_type: item.procedureType,
      material: item.material,
      shade: item.shade,
      arch: item.arch,
      units: item.units,
      status: story.finishedAt ? "finished" : "in_production",
      stage: story.stage,
      finished_at: story.finishedAt?.toISO() ?? null,
      delivered_at: null as string | null,
      created_at: submittedAt.toISO(),
      updated_at: submittedAt.toISO(),
    };
    rows.add("case_items", itemRow);
    for (const t of item.teeth)
      rows.add("case_item_teeth", {
        id: idAt(submittedAt, chance),
        lab_id: labId,
        item_id: itemId,
        tooth: t.tooth,
        role: t.role,
        created_at: submittedAt.toISO(),
        updated_at: submittedAt.toISO(),
      });
    return { id: itemId, planned: item, finishedAt: story.finishedAt, row: itemRow, deliveryRow: story.deliveryRow };
  });
  const readyAt = finished && !onHold ? DateTime.max(...stories.map((s) => s.finishedAt as DateTime)) : null;
  return { id, number, practice, row, items: seeded, readyAt: readyAt ?? null, onHold };
}

function seedPatient({ chance, rows, labId }: World, practice: SeededPractice, number: string, at: DateTime): string {
  const id = idAt(at, chance);
  rows.add("patients", {
    id,
    lab_id: labId,
    practice_id: practice.id,
    reference: `${chance.pick(["PT", "R", "K"])}-${chance.between(10000, 99999)}-${number.slice(-3)}`,
    sex: chance.pick(["female", "male", "unknown"]),
    birth_year: chance.between(1942, 2006),
    created_at: at.toISO(),
    updated_at: at.toISO(),
  });
  return id;
}

function seedHold(world: World, caseId: string, receivedAt: DateTime): void {
  const why = reason(world, "hold", world.chance.pick(["rx_incomplete", "design_approval", "waiting_material"]));
  const at = world.clock.after(receivedAt, 30);
  const placedAt = world.clock.isPast(at) ? at : receivedAt;
  const reviewOn = iso(world.clock.workingDay(world.clock.now, 2));
  world.rows.add("holds", {
    id: idAt(placedAt, world.chance),
    lab_id: world.labId,
    case_id: caseId,
    reason_id: why.id,
    note: null,
    review_on: reviewOn,
    placed_by_id: world.people.byRole.staff,
    placed_at: placedAt.toISO(),
    created_at: placedAt.toISO(),
    updated_at: placedAt.toISO(),
  });
  tell(world, {
    caseId,
    kind: "held",
    shared: true,
    by: world.people.byRole.staff,
    at: placedAt,
    data: { reason: why.label, reviewOn },
  });
}

const INSTRUCTIONS = [
  "Please keep contacts light on the mesial.",
  "Match the neighbouring tooth, photo attached to the scan.",
  "Patient grinds: keep occlusion clear by 30 µm.",
  "Ovate pontic, tissue already shaped.",
  "High smile line, mind the cervical third.",
  "Screw channel as far lingual as it goes.",
];
