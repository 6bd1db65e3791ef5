import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { particularWords, shadeWords } from "@/lib/cases/particulars/particular-words";
import { ENCLOSED_LABEL } from "@/lib/cases/particulars/words";
import { teethLabel } from "@/lib/cases/teeth";
import { MATERIAL_LABEL } from "@/lib/cases/vocabulary";
import type { BenchCase, BenchItem } from "@/lib/workflow/bench-case";
import { ToothDiagram } from "../cases/tooth-diagram";
import { Panel } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { Notice } from "../ui/notice";

const nameOf = (item: BenchItem, notation: ToothNotation) =>
  itemName({ ...item, teeth: item.teeth.map(({ tooth }) => tooth) }, notation);

/** The prescription as the hands need it: teeth, what is made of what in which shade, and the dentist's words. */
export function RxPanel({ record, notation }: { record: BenchCase; notation: ToothNotation }) {
  const { patient, practice, dentist, impression, instructions, items } = record;
  return (
    <Panel title="Prescription">
      <div className="flex flex-col gap-4">
        {patient.allergies && <Notice tone="danger" title={`Allergies: ${patient.allergies}`} />}
        <ToothDiagram items={items.map((item) => ({ ...item, name: nameOf(item, notation) }))} notation={notation} />
        <ol className="flex flex-col gap-3">
          {items.map((item, i) => (
            <li key={item.id} className="flex gap-3">
              <span
                aria-hidden
                className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-text"
              >
                {i + 1}
              </span>
              <div className="min-w-0">
                <p className="text-lg font-semibold">{nameOf(item, notation)}</p>
                <ItemParticulars item={item} notation={notation} />
              </div>
            </li>
          ))}
        </ol>
        {instructions && <p className="rounded-lg bg-sunken px-3 py-2 text-base whitespace-pre-line">{instructions}</p>}
        <DescriptionList
          items={[
            { term: "Patient", value: patient.reference },
            { term: "Impression", value: impression === "physical" ? "Physical" : "Digital scan" },
            {
              term: "Goes back with the case",
              value: record.enclosures.map((thing) => ENCLOSED_LABEL[thing]).join(", ") || null,
            },
            { term: "Dentist", value: dentist.fullName },
            { term: "Practice", value: practice.name },
          ]}
        />
      </div>
    </Panel>
  );
}

function ItemParticulars({ item, notation }: { item: BenchItem; notation: ToothNotation }) {
  const pontics = item.teeth.filter(({ role }) => role === "pontic").map(({ tooth }) => tooth);
  const parts = [
    item.material && MATERIAL_LABEL[item.material],
    pontics.length > 0 && `Pontic ${teethLabel(pontics, notation)}`,
    ...particularWords(item.particulars),
  ].filter(Boolean);
  const shade = shadeWords(item.shade, item.particulars);
  return (
    <>
      <p className="text-base">
        {shade && <span className="mr-2 font-semibold">Shade {shade}</span>}
        <span className="text-muted">{parts.join(" · ")}</span>
      </p>
      {item.notes && <p className="text-sm whitespace-pre-line">{item.notes}</p>}
    </>
  );
}
