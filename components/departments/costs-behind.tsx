import Link from "next/link";
import type { ReactNode } from "react";
import type * as costs from "@/lib/departments/costs/queries";
import type { CostKind } from "@/lib/departments/schema";
import { Panel } from "../ui/card";
import { Money } from "../ui/money";
import { EmptyState } from "../ui/states";
import { DateTime } from "../ui/time";

type Behind = {
  kind: CostKind;
  /** Of this kind in the month. */
  amount: string;
  work: Awaited<ReturnType<typeof costs.workBehind>>;
  cases: Awaited<ReturnType<typeof costs.casesBehind>>;
  materials: Awaited<ReturnType<typeof costs.materialsBehind>>;
  maintenance: Awaited<ReturnType<typeof costs.maintenanceBehind>>;
};

const WENT: Record<string, string> = { out: "used", damage: "damaged", write_off: "written off" };

/** The people, materials or maintenance behind a department's cost in a month. */
export function CostsBehind({ kind, amount, work, cases, materials, maintenance }: Behind) {
  if (kind === "work")
    return (
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Lines
          title="By person"
          amount={amount}
          empty="No clock was stopped here in this month."
          lines={work.map((w) => ({
            key: w.userId,
            words: <Link href={`/people/${w.userId}`}>{w.name}</Link>,
            detail: `${w.hours} h on ${w.cases} ${w.cases === 1 ? "case" : "cases"}${w.rate ? "" : ", without an hourly cost"}`,
            rate: w.rate,
            cost: w.cost,
          }))}
        />
        <Lines
          title="By case, the dearest first"
          empty="No cases."
          lines={cases.map((c) => ({
            key: c.caseId,
            words: <Link href={`/cases/${c.caseId}`}>{c.number}</Link>,
            detail: `${c.practice}, ${c.hours} h`,
            cost: c.cost,
          }))}
        />
      </div>
    );
  if (kind === "materials")
    return (
      <Lines
        title="By item"
        amount={amount}
        empty="No material went from the stock for this department in this month."
        lines={materials.map((m) => ({
          key: `${m.itemId} ${m.type}`,
          words: <Link href={`/inventory/items/${m.itemId}`}>{m.name}</Link>,
          detail: `${Number(m.quantity)} ${m.unit} ${WENT[m.type] ?? m.type}`,
          cost: m.cost,
        }))}
      />
    );
  return (
    <Lines
      title="By maintenance"
      amount={amount}
      empty="No maintenance in this month."
      lines={maintenance.map((m) => ({
        key: m.id,
        words: <Link href={`/departments/machines/${m.equipmentId}`}>{m.machine}</Link>,
        detail: (
          <>
            {m.what}, <DateTime iso={m.doneOn} format="date" />
          </>
        ),
        cost: m.cost,
      }))}
    />
  );
}

type Line = { key: string; words: ReactNode; detail: ReactNode; rate?: string | null; cost: string | null };

function Lines({ title, amount, lines, empty }: { title: string; amount?: string; lines: Line[]; empty: string }) {
  return (
    <Panel title={title} aside={amount && <Money amount={amount} />} flush>
      {lines.length === 0 ? (
        <EmptyState title={empty} />
      ) : (
        <ul aria-label={title} className="divide-y">
          {lines.map(({ key, words, detail, rate, cost }) => (
            <li key={key} className="flex items-baseline gap-3 px-4 py-2 text-sm">
              <span className="min-w-0 flex-1 [&_a]:text-accent-text [&_a]:hover:underline">
                {words}
                <span className="block text-xs text-muted">
                  {detail}
                  {rate && (
                    <>
                      {" at "}
                      <Money amount={rate} /> an hour
                    </>
                  )}
                </span>
              </span>
              {cost === null ? <span className="text-muted">–</span> : <Money amount={cost} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
