import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { itemsSummary } from "@/lib/cases/item-name";
import { MATERIAL_LABEL, type Stage, type Urgency } from "@/lib/cases/vocabulary";
import { type MaterialLine, previewMaterials } from "@/lib/inventory/use/preview-materials";
import { benchCase } from "./bench-case";
import { questionsOf } from "./checklist";
import { findScanned } from "./scan";
import type { ScanInput } from "./schema";
import { type NextStep, nextStep } from "./station-step";
import { workGroups } from "./work-groups";

/** Items of a case that stand together, with the one thing to do next. */
export type StationWork = {
  key: string;
  stage: Stage;
  items: string;
  detail: string;
  stages: { id: string; version: number }[];
  person: string | null;
  /** Someone else's: going on takes it over. */
  takeOver: boolean;
  seconds: number;
  running: boolean;
  shares: number;
  next: NextStep;
  /** What completing it takes from the stock. */
  materials: MaterialLine[];
};

/** A scanned case as the station shows it: what to do next comes first. */
export type StationCase = {
  id: string;
  number: string;
  pan: string | null;
  patient: string;
  urgency: Urgency;
  shipBy: string;
  instructions: string | null;
  work: StationWork[];
};

/** What a scan at the station brings up. Refuses with `not_found` for a code that leads nowhere. */
export async function stationCase(context: Context, input: ScanInput): Promise<StationCase> {
  const { actor, tx } = context;
  const record = await benchCase(tx, (await findScanned(context, input)).id);
  if (!record) throw notFound("case");
  const groups = workGroups(record.items, actor.userId);
  const asked = await questionsOf(
    tx,
    groups.flatMap(({ stage, items }) => items.map(({ procedureType }) => ({ stage, procedureType }))),
  );
  const materials = await previewMaterials(
    context,
    groups.flatMap(({ items }) => items.map(({ open }) => open.id)),
  );
  const work = groups.map((group): StationWork => {
    const { key, stage, items, assignedToId, assignedTo } = group;
    const particulars = items.flatMap((i) => [i.material && MATERIAL_LABEL[i.material], i.shade && `Shade ${i.shade}`]);
    return {
      key,
      stage,
      items: itemsSummary(
        items.map((item) => ({ ...item, teeth: item.teeth.map(({ tooth }) => tooth) })),
        actor.toothNotation,
      ),
      detail: [...new Set(particulars.filter(Boolean))].join(" · "),
      stages: items.map(({ open }) => ({ id: open.id, version: open.version })),
      person: assignedToId === actor.userId ? null : assignedTo,
      takeOver: assignedToId !== null && assignedToId !== actor.userId,
      seconds: items.reduce((sum, { open }) => sum + open.workingSeconds, 0),
      running: items.some(({ open }) => open.running),
      shares: Math.max(...items.map(({ open }) => open.shares)) / items.length,
      next: nextStep(record, group, asked, actor),
      materials: materials.filter(({ stageId }) => items.some(({ open }) => open.id === stageId)),
    };
  });
  return {
    id: record.id,
    number: record.number,
    pan: record.pan,
    patient: record.patient.reference,
    urgency: record.urgency,
    shipBy: record.shipBy,
    instructions: record.instructions,
    work,
  };
}
