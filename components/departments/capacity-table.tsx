import Link from "next/link";
import { loadLevel } from "@/lib/departments/capacity/place-load";
import type { CapacityPlan, PlannedDay } from "@/lib/departments/capacity/queries";
import { cn } from "../ui/cn";
import { toneClass } from "../ui/tone";
import { LOAD_LOOK, SHORT_ICONS, SHORT_WORDS } from "./load-look";

/** `before`: the plan as it is, when `plan` is a supposed one. */
type Props = { plan: CapacityPlan; before?: CapacityPlan; words: (day: string) => string };

/** Every department on every day: its load of its capacity, with a colour, a shape and a word; a day leads to the cases behind it. */
export function CapacityTable({ plan, before, words }: Props) {
  const was = new Map(before?.departments.map(({ id, days }) => [id, days]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Load of capacity by day" tabIndex={0} className="overflow-x-auto rounded-lg border bg-surface">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Units of load, of capacity, on each working day</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 bg-surface px-3 py-2 text-left text-xs font-medium text-muted"
            >
              Department
            </th>
            {plan.days.map((day) => (
              <th
                key={day}
                scope="col"
                className="px-1 py-2 text-center text-xs font-medium whitespace-nowrap text-muted"
              >
                {words(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.departments.map((department) => (
            <tr key={department.id} className="border-t">
              <th scope="row" className="sticky left-0 z-10 max-w-36 bg-surface px-3 py-2 text-left font-medium">
                {department.name}
              </th>
              {department.days.map((day, i) => (
                <td key={day.day} className="p-0.5 align-top">
                  <DayCell
                    href={`/departments/${department.id}/load?day=${day.day}`}
                    day={day}
                    was={was.get(department.id)?.[i]}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DayCell({ href, day, was }: { href: string; day: PlannedDay; was: PlannedDay | undefined }) {
  const level = loadLevel(day);
  const { tone, icon: Shape, word } = LOAD_LOOK[level];
  const Short = day.shortOf && SHORT_ICONS[day.shortOf];
  const changed = was && (was.load !== day.load || was.capacity !== day.capacity);
  return (
    <Link
      href={href}
      prefetch={false}
      className={cn(
        "flex min-w-16 flex-col items-center rounded-md border px-1 py-1 hover:border-line-strong",
        toneClass[tone],
        changed && "outline-2 outline-accent",
      )}
    >
      <span className="font-semibold tabular-nums">
        {day.load}
        <span className="font-normal"> / {day.capacity ?? "–"}</span>
      </span>
      <span className="flex items-center gap-1 text-xs whitespace-nowrap">
        <Shape aria-hidden className="size-3" />
        {level === "over" ? `${day.over} over` : word}
        {Short && day.shortOf && <Short role="img" aria-label={SHORT_WORDS[day.shortOf]} className="size-3" />}
      </span>
      {changed && (
        <span className="text-xs whitespace-nowrap tabular-nums">
          was {was.load} / {was.capacity ?? "–"}
        </span>
      )}
    </Link>
  );
}
