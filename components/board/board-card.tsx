import Link from "next/link";
import type { ReactNode } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { itemsSummary } from "@/lib/cases/item-name";
import { URGENCY_LABEL } from "@/lib/cases/vocabulary";
import type { BoardCard } from "@/lib/reports/board";
import { Badge, StatusBadge } from "../ui/badge";
import { cn } from "../ui/cn";
import { DateTime } from "../ui/time";

type CardFaceProps = {
  card: BoardCard;
  today: string;
  notation: ToothNotation;
  /** What picks the card up, beside its number. */
  handle?: ReactNode;
  className?: string;
};

/** A case at a stage: number, day, practice, what is made, who works on it. Its number opens it. */
export function CardFace({ card, today, notation, handle, className }: CardFaceProps) {
  const late = card.shipBy < today;
  const waits = card.stages.length > 0 && card.stages.every(({ waitsForApproval }) => waitsForApproval);
  const status = card.onHold || waits ? null : card.status;
  const [first, ...others] = card.people;
  return (
    <article className={cn("rounded-md border bg-surface px-2 py-1.5 text-xs", className)}>
      <div className="flex items-start gap-1">
        <p className="min-w-0 flex-1">
          <Link href={`/cases/${card.caseId}`} className="font-medium whitespace-nowrap tabular-nums hover:underline">
            {card.number}
          </Link>
          <span className={cn("block", late ? "font-medium text-danger-text" : "text-muted")}>
            {late ? "Late, " : "Ship "}
            <DateTime iso={`${card.shipBy}T12:00:00Z`} format="day" zone="UTC" />
          </span>
        </p>
        {handle}
      </div>
      <p className="truncate">{itemsSummary(card.stages, notation)}</p>
      <p className="truncate text-muted">{card.practice}</p>
      <p className="mt-1 flex flex-wrap items-center gap-1">
        {card.onHold && <StatusBadge tone="warning">On hold</StatusBadge>}
        {waits && !card.onHold && <StatusBadge tone="warning">Waits for approval</StatusBadge>}
        {status === "in_progress" && (
          <StatusBadge tone="progress">
            {first?.split(" ")[0] ?? "In work"}
            {others.length > 0 && ` +${others.length}`}
          </StatusBadge>
        )}
        {status === "on_hold" && <StatusBadge tone="neutral">Paused</StatusBadge>}
        {status === "blocked" && <StatusBadge tone="danger">Blocked</StatusBadge>}
        {card.urgency !== "standard" && <Badge tone="warning">{URGENCY_LABEL[card.urgency]}</Badge>}
        <span className="text-muted tabular-nums">{card.units === 1 ? "1 unit" : `${card.units} units`}</span>
      </p>
    </article>
  );
}
