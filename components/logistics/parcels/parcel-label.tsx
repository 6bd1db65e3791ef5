import { caseCode } from "@/lib/cases/case-code";
import { METHOD_LABEL } from "@/lib/logistics/carriers/way";
import type { ParcelLabel as Label } from "@/lib/logistics/parcels/label-queries";
import { DateTime } from "../../ui/time";

/** The sizes a label is printed in, as CSS writes them. */
export const LABEL_SIZES = { label: "100mm 62mm", a6: "105mm 148mm" } as const;
export type LabelSize = keyof typeof LABEL_SIZES;
export const LABEL_SIZE_WORDS: Record<LabelSize, string> = { label: "Label 100 × 62 mm", a6: "A6" };

type ParcelLabelProps = { label: Label; size: LabelSize; lab: string };

/** What is stuck on a parcel: its code for the scanner and in words, where it goes and how, which of how many, and its cases. */
export function ParcelLabel({ label, size, lab }: ParcelLabelProps) {
  const code = caseCode(label.code);
  const isLarge = size === "a6";
  return (
    <article
      aria-label={`Label ${label.code}`}
      className={`light flex flex-col justify-between overflow-hidden rounded-md border bg-white p-[4mm] text-black print:rounded-none print:border-0 ${
        isLarge ? "h-[148mm] w-[105mm]" : "h-[62mm] w-[100mm]"
      }`}
    >
      <div className="flex items-start justify-between gap-[3mm]">
        <div className="min-w-0">
          <p className="truncate text-[8pt]">{lab}</p>
          <p className={`font-bold break-words ${isLarge ? "text-[18pt] leading-tight" : "text-[12pt] leading-tight"}`}>
            {label.practice}
          </p>
          {label.addressLines.map((line) => (
            <p key={line} className={isLarge ? "text-[12pt]" : "text-[9pt] leading-snug"}>
              {line}
            </p>
          ))}
          <p className="text-[8pt]">{[label.practiceCode, label.phone].filter(Boolean).join(" · ")}</p>
        </div>
        <svg
          role="img"
          aria-label={`DataMatrix code of ${label.code}`}
          viewBox={`-1 -1 ${code.size + 2} ${code.size + 2}`}
          shapeRendering="crispEdges"
          className={isLarge ? "size-[34mm] shrink-0" : "size-[22mm] shrink-0"}
        >
          <path d={code.path} fill="#000" />
        </svg>
      </div>
      <div>
        <p className={`line-clamp-2 tabular-nums ${isLarge ? "text-[11pt]" : "text-[8pt] leading-snug"}`}>
          {label.cases.join(", ")}
        </p>
        <div className="mt-[1mm] flex items-end justify-between gap-[3mm] border-t border-black pt-[1mm]">
          <div className="min-w-0">
            <p className={`font-bold tabular-nums ${isLarge ? "text-[18pt]" : "text-[13pt] leading-tight"}`}>
              {label.code}
            </p>
            <p className="truncate text-[8pt]">
              <Way label={label} />
            </p>
          </div>
          <p className={`shrink-0 font-bold tabular-nums ${isLarge ? "text-[28pt]" : "text-[18pt] leading-none"}`}>
            <span className="sr-only">Parcel </span>
            {label.nth}/{label.of}
          </p>
        </div>
      </div>
    </article>
  );
}

function Way({ label }: { label: Label }) {
  if (label.method !== "driver")
    return [label.carrier ?? METHOD_LABEL[label.method], label.trackingNumber].filter(Boolean).join(" · ");
  if (!label.route || !label.routeDate) return METHOD_LABEL.driver;
  return (
    <>
      {label.route}, <DateTime iso={label.routeDate} format="day" />
    </>
  );
}
