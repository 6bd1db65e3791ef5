import Link from "next/link";
import { Badge, StatusBadge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/time";
import { STAGE_LABEL, URGENCY_LABEL } from "@/lib/cases/vocabulary";
import type { BoardCard, BoardColumn } from "@/lib/reports/board";

/** One stage of the board: its counts, then the cases that must leave first. `today` is the lab's day. */
export function StageColumn({ column, today }: { column: BoardColumn; today: string }) {
  const name = STAGE_LABEL[column.stage];
  const more = column.cases - column.cards.length;
  return (
    <section aria-label={name} className="flex min-w-0 flex-col rounded-lg border bg-sunken">
      <header className="border-b px-3 py-2">
        <div className="flex items-baseline justify-between gap-2">
          <h2 className="truncate text-sm font-semibold">
            <Link href={`/cases?stage=${column.stage}&sort=ship`} className="hover:underline">
              {name}
            </Link>
          </h2>
          <span className="text-lg font-semibold tabular-nums">{column.cases}</span>
        </div>
        <p className="text-xs text-muted tabular-nums">
          {column.items} {column.items === 1 ? "item" : "items"}, {column.working} in work
        </p>
        <p className="mt-1 flex min-h-5 flex-wrap gap-1">
          {column.late > 0 && <StatusBadge tone="danger">{column.late} late</StatusBadge>}
          {column.today > 0 && <StatusBadge tone="warning">{column.today} today</StatusBadge>}
          {column.cases > 0 && column.late + column.today === 0 && <StatusBadge tone="success">On time</StatusBadge>}
        </p>
      </header>
      {column.cards.length > 0 && (
        <ul className="flex flex-col gap-1.5 p-2 max-lg:[&>li:nth-child(n+5)]:hidden">
          {column.cards.map((card) => (
            <li key={card.caseId}>
              <Card card={card} today={today} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <Link
          href={`/cases?stage=${column.stage}&sort=ship`}
          className="px-3 pb-2 text-xs text-accent-text hover:underline"
        >
          {more} more
        </Link>
      )}
    </section>
  );
}

function Card({ card, today }: { card: BoardCard; today: string }) {
  const late = card.shipBy < today;
  return (
    <article className="relative rounded-md border bg-surface px-2 py-1.5 text-xs hover:border-line-strong">
      <Link
        href={`/cases/${card.caseId}`}
        className="font-medium whitespace-nowrap tabular-nums after:absolute after:inset-0 after:rounded-md"
      >
        {card.number}
      </Link>
      <p className={late ? "font-medium text-danger-text" : "text-muted"}>
        {late ? "Late, " : "Ship "}
        <DateTime iso={`${card.shipBy}T12:00:00Z`} format="day" zone="UTC" />
      </p>
      <p className="truncate text-muted">{card.practice}</p>
      <p className="mt-1 flex flex-wrap items-center gap-1">
        {card.onHold && <StatusBadge tone="warning">On hold</StatusBadge>}
        {!card.onHold && card.status === "in_progress" && (
          <StatusBadge tone="progress">{card.people[0]?.split(" ")[0] ?? "In work"}</StatusBadge>
        )}
        {!card.onHold && card.status === "blocked" && <StatusBadge tone="danger">Blocked</StatusBadge>}
        {card.urgency !== "standard" && <Badge tone="warning">{URGENCY_LABEL[card.urgency]}</Badge>}
        <span className="text-muted tabular-nums">{card.units === 1 ? "1 unit" : `${card.units} units`}</span>
      </p>
    </article>
  );
}
