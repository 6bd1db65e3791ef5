import { AGE_LABEL, AGES, type Ageing } from "@/lib/billing/statements/ageing";
import { cn } from "../../ui/cn";
import { Money } from "../../ui/money";
import { type Tone, toneMark } from "../../ui/tone";

const TONE: Record<keyof Ageing, Tone> = {
  notDue: "success",
  days30: "info",
  days60: "progress",
  days90: "warning",
  older: "danger",
};

type AgeingBarProps = { ageing: Ageing; currency: string };

/** What is owed by how long it is overdue: a bar of parts, and under it each part by its colour, word and amount. */
export function AgeingBar({ ageing, currency }: AgeingBarProps) {
  const parts = AGES.map((age) => ({ age, amount: Math.max(Number(ageing[age]), 0) }));
  const all = parts.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <div>
      <div aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-sunken">
        {all > 0 &&
          parts.map(({ age, amount }) =>
            amount > 0 ? (
              <span
                key={age}
                className={cn("h-full min-w-1", toneMark[TONE[age]])}
                style={{ width: `${(amount / all) * 100}%` }}
              />
            ) : null,
          )}
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-2 text-sm sm:grid-cols-5">
        {AGES.map((age) => (
          <div key={age}>
            <dt className="flex items-center gap-1.5 text-xs text-muted">
              <span aria-hidden className={cn("size-2 rounded-full", toneMark[TONE[age]])} />
              {AGE_LABEL[age]}
            </dt>
            <dd className={cn("tabular-nums", ageing[age] === "0.00" && "text-muted")}>
              <Money amount={ageing[age]} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
