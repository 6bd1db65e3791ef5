import { type Compared, columnName } from "@/lib/audit/words";
import { cn } from "../ui/cn";
import { DateTime } from "../ui/time";

/** How the log keeps an instant: in UTC, as JSON writes it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** What a row was before and after, side by side; what differs is bold and marked. */
export function BeforeAfter({ lines }: { lines: Compared[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b text-left text-xs text-muted">
            <th scope="col" className="w-48 px-3 py-2 font-medium">
              Column
            </th>
            <th scope="col" className="px-3 py-2 font-medium">
              Before
            </th>
            <th scope="col" className="px-3 py-2 font-medium">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ column, before, after, differs }) => (
            <tr key={column} className={cn("border-b align-top last:border-0", differs && "bg-accent-soft/40")}>
              <th scope="row" className="px-3 py-1.5 text-left font-normal text-muted">
                {columnName(column)}
                {differs && <span className="sr-only">, changed</span>}
              </th>
              <Value text={before} differs={differs} />
              <Value text={after} differs={differs} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ text, differs }: { text: string; differs: boolean }) {
  return (
    <td
      className={cn(
        "px-3 py-1.5 whitespace-pre-wrap tabular-nums wrap-anywhere",
        differs ? "font-medium" : "text-muted",
      )}
    >
      {INSTANT.test(text) ? <DateTime iso={text} format="full" /> : text}
    </td>
  );
}
