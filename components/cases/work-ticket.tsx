import type { ReactNode } from "react";
import { DateTime } from "@/components/ui/time";
import type { ToothNotation } from "@/lib/access/actor";
import { caseCode } from "@/lib/cases/case-code";
import { particularWords, shadeWords } from "@/lib/cases/particulars/particular-words";
import { ENCLOSED_LABEL } from "@/lib/cases/particulars/words";
import type { CaseRecord, LabAddress, RecordItem } from "@/lib/cases/record-queries";
import { MATERIAL_LABEL, URGENCY_LABEL } from "@/lib/cases/vocabulary";
import { nameOf } from "./case-view";
import { ToothDiagram } from "./tooth-diagram";

type WorkTicketProps = {
  found: CaseRecord;
  items: readonly RecordItem[];
  lab: LabAddress;
  pan: string | null;
  notation: ToothNotation;
};

/** The paper that goes with a case: black on white, on one sheet of A5 or half of A4, with a code that scanners read. */
export function WorkTicket({ found, items, lab, pan, notation }: WorkTicketProps) {
  const named = items
    .filter((item) => item.status !== "cancelled")
    .map((item) => ({ ...item, name: nameOf(item, notation) }));
  const code = caseCode(found.number);
  return (
    <article
      aria-label={`Work ticket ${found.number}`}
      className="light mx-auto w-full max-w-[148mm] rounded-lg border bg-white p-5 text-black [--accent:#000] [--fg:#000] [--line-strong:#777] [--line:#bbb] [--muted:#333] [--surface:#fff] print:max-w-none print:rounded-none print:border-0 print:p-[4mm]"
    >
      <header className="flex items-start justify-between gap-4 border-b-2 border-black pb-3">
        <div className="min-w-0">
          <p className="text-3xl font-bold tracking-tight tabular-nums">{found.number}</p>
          <p className="text-xl font-semibold break-words">{found.patient.reference}</p>
          <p className="mt-1 flex flex-wrap gap-2 text-sm font-bold uppercase">
            {found.urgency !== "standard" && (
              <span className="border-2 border-black px-2">{URGENCY_LABEL[found.urgency]}</span>
            )}
            {pan && <span className="border border-black px-2">{pan}</span>}
            {found.remakeOf && <span className="border border-black px-2">Remake of {found.remakeOf.number}</span>}
          </p>
        </div>
        <svg
          role="img"
          aria-label={`DataMatrix code of ${found.number}`}
          viewBox={`-1 -1 ${code.size + 2} ${code.size + 2}`}
          shapeRendering="crispEdges"
          className="size-[26mm] shrink-0"
        >
          <path d={code.path} fill="#000" />
        </svg>
      </header>
      <div className="grid grid-cols-2 gap-x-4 border-b border-black/40 py-2 text-sm">
        <Line term="Due at the practice">
          <DateTime iso={found.dueOn} format="day" className="text-lg font-bold" />
        </Line>
        <Line term="Ship by">
          <DateTime iso={found.shipBy} format="day" className="text-lg font-bold" />
        </Line>
        <Line term="Practice">{found.practice.name}</Line>
        <Line term="Dentist">{`${found.dentist.fullName} (${found.dentist.licenceNumber})`}</Line>
        <Line term="Impression">{found.impression === "physical" ? "Physical impression" : "Digital scan"}</Line>
        <Line term="Submitted">
          <DateTime iso={found.submittedAt.toISOString()} />
        </Line>
      </div>
      {found.patient.allergies && (
        <p className="my-2 border-2 border-black px-2 py-1 text-sm font-bold">Allergies: {found.patient.allergies}</p>
      )}
      <div className="py-2 empty:hidden print:mx-auto print:max-w-[110mm]">
        <ToothDiagram items={named} notation={notation} />
      </div>
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-y border-black text-left text-xs">
            <th className="w-6 py-1">#</th>
            <th className="py-1">Item</th>
            <th className="py-1">Material</th>
            <th className="py-1">Shade</th>
          </tr>
        </thead>
        <tbody>
          {named.map((item, i) => (
            <tr key={item.id} className="border-b border-black/30 align-top">
              <td className="py-1 font-bold tabular-nums">{i + 1}</td>
              <td className="py-1 pr-2">
                <span className="font-semibold">{item.name}</span>
                {pontics(item)}
                {particularWords(item.particulars).length > 0 && (
                  <span className="block text-xs">{particularWords(item.particulars).join(" · ")}</span>
                )}
                {item.notes && <span className="block text-xs whitespace-pre-wrap">{item.notes}</span>}
              </td>
              <td className="py-1 pr-2">{item.material ? MATERIAL_LABEL[item.material] : "–"}</td>
              <td className="py-1 font-semibold">{shadeWords(item.shade, item.particulars) ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.enclosures.length > 0 && (
        <p className="mt-2 border border-black px-2 py-1 text-sm">
          <span className="font-bold">Back with the case:</span>{" "}
          {found.enclosures.map((thing) => ENCLOSED_LABEL[thing]).join(", ")}
        </p>
      )}
      {found.instructions && (
        <div className="mt-2">
          <p className="text-xs">Instructions</p>
          <p className="text-sm break-words whitespace-pre-wrap">{found.instructions}</p>
        </div>
      )}
      <footer className="mt-3 border-t border-black/40 pt-2 text-xs">
        <span className="font-semibold">{lab.name}</span>
        {[lab.address, lab.phone, lab.email, lab.registration && `Reg. ${lab.registration}`]
          .filter(Boolean)
          .map((part) => ` · ${part}`)}
        <span className="block">Custom-made device, for the patient named above only.</span>
      </footer>
    </article>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <p className="min-w-0 py-0.5">
      <span className="block text-xs">{term}</span>
      <span className="break-words">{children}</span>
    </p>
  );
}

/** Which teeth of a bridge hang, said in words beside the drawing. */
function pontics(item: RecordItem) {
  const hanging = item.teeth.filter(({ role }) => role === "pontic").length;
  return hanging > 0 ? (
    <span className="text-xs">{` (${hanging} ${hanging === 1 ? "pontic" : "pontics"}, dashed)`}</span>
  ) : null;
}
