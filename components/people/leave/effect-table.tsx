import { dayWords } from "@/lib/staff/day-words";
import type { EffectDay } from "@/lib/staff/leave/queries";
import { StatusBadge } from "../../ui/badge";

type EffectTableProps = { effect: EffectDay[]; department: string; locale: string };

/** What a department can do on each day with and without somebody, in units. */
export function EffectTable({ effect, department, locale }: EffectTableProps) {
  if (effect.length === 0)
    return <p className="px-4 py-3 text-sm text-muted">{department} has no bound of units, or does not work then.</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">What {department} can do, in units</caption>
        <thead>
          <tr className="border-b text-left text-xs text-muted">
            <th scope="col" className="px-4 py-2 font-medium">
              Day
            </th>
            <th scope="col" className="px-2 py-2 text-right font-medium">
              As it stands
            </th>
            <th scope="col" className="px-2 py-2 text-right font-medium">
              With this leave
            </th>
            <th scope="col" className="px-4 py-2 font-medium">
              <span className="sr-only">What it means</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {effect.map(({ day, before, after }) => (
            <tr key={day}>
              <th scope="row" className="px-4 py-1.5 text-left font-normal whitespace-nowrap">
                {dayWords(day, locale)}
              </th>
              <td className="px-2 py-1.5 text-right">{before}</td>
              <td className="px-2 py-1.5 text-right font-medium">{after}</td>
              <td className="px-4 py-1.5">
                {after === 0 ? (
                  <StatusBadge tone="danger">Nobody there</StatusBadge>
                ) : after < before ? (
                  <StatusBadge tone="warning">{before - after} fewer</StatusBadge>
                ) : (
                  <StatusBadge tone="success">No change</StatusBadge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
