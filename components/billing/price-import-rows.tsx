import type { ImportPreview } from "@/lib/billing/prices/import-prices";
import { MATERIAL_LABEL, PROCEDURE_LABEL } from "@/lib/cases/vocabulary";
import { StatusBadge } from "../ui/badge";
import { Money } from "../ui/money";
import type { Tone } from "../ui/tone";

const DOES: Record<"add" | "change" | "keep", [words: string, tone: Tone]> = {
  add: ["Added", "success"],
  change: ["Changed", "info"],
  keep: ["As it is", "neutral"],
};

/** What becomes of each row of a file of prices; wrong rows first. */
export function PriceImportRows({ preview, currency }: { preview: ImportPreview; currency: string }) {
  const rows = preview.rows.toSorted((a, b) => Number(a.does !== null) - Number(b.does !== null) || a.line - b.line);
  return (
    <div className="max-h-80 overflow-auto rounded-lg border">
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-sunken text-left text-xs text-muted">
          <tr>
            <th className="px-3 py-1.5 font-medium">Line</th>
            <th className="px-3 py-1.5 font-medium">Price of</th>
            <th className="px-3 py-1.5 text-right font-medium">Was</th>
            <th className="px-3 py-1.5 text-right font-medium">Becomes</th>
            <th className="px-3 py-1.5 font-medium">What happens</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, price, was, does, errors }) => (
            <tr key={line} className="border-t align-top">
              <td className="px-3 py-1.5 tabular-nums text-muted">{line}</td>
              <td className="px-3 py-1.5" colSpan={price ? 1 : 3}>
                {price && PROCEDURE_LABEL[price.procedureType]}
                {price?.material && `, ${MATERIAL_LABEL[price.material]}`}
                {errors.map((error) => (
                  <span key={error} className="block text-danger-text">
                    {error}
                  </span>
                ))}
              </td>
              {price && (
                <>
                  <td className="px-3 py-1.5 text-right">{was && <Money amount={was} currency={currency} />}</td>
                  <td className="px-3 py-1.5 text-right">
                    <Money amount={price.price} currency={currency} />
                  </td>
                </>
              )}
              <td className="px-3 py-1.5">
                {does ? (
                  <StatusBadge tone={DOES[does][1]}>{DOES[does][0]}</StatusBadge>
                ) : (
                  <StatusBadge tone="danger">Wrong</StatusBadge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
