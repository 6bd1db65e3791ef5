import {
  Ban,
  Banknote,
  BellRing,
  CalendarClock,
  Check,
  CircleHelp,
  CirclePause,
  CirclePlay,
  FileMinus,
  FilePlus,
  Inbox,
  type LucideIcon,
  MessageSquare,
  Package,
  PackageCheck,
  PackageOpen,
  Play,
  Printer,
  ReceiptText,
  Repeat,
  Route,
  Send,
  ShieldCheck,
  ShieldX,
  ThumbsDown,
  ThumbsUp,
  Truck,
  Undo2,
  UserCheck,
} from "lucide-react";
import Link from "next/link";
import { Panel } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import type { Actor } from "@/lib/access/actor";
import type { CaseEventKind } from "@/lib/history/events";
import { TIMELINE_MOST, type TimelineEvent } from "@/lib/history/queries";
import { saidTo } from "./case-view";

const LOOK: Record<CaseEventKind, [LucideIcon, Tone]> = {
  submitted: [Send, "info"],
  received: [Inbox, "info"],
  ticket_printed: [Printer, "neutral"],
  stage_started: [Play, "progress"],
  stage_start_undone: [Undo2, "neutral"],
  stage_paused: [CirclePause, "neutral"],
  stage_resumed: [CirclePlay, "progress"],
  stage_completed: [Check, "success"],
  stage_completion_undone: [Undo2, "neutral"],
  stage_blocked: [Ban, "danger"],
  stage_unblocked: [CirclePlay, "progress"],
  stage_assigned: [UserCheck, "neutral"],
  sent_back: [Undo2, "warning"],
  quality_passed: [ShieldCheck, "success"],
  quality_failed: [ShieldX, "danger"],
  held: [CirclePause, "warning"],
  released: [CirclePlay, "success"],
  cancelled: [Ban, "danger"],
  review_moved: [CalendarClock, "neutral"],
  design_asked: [CircleHelp, "warning"],
  design_reminded: [BellRing, "neutral"],
  design_approved: [ThumbsUp, "success"],
  design_rejected: [ThumbsDown, "danger"],
  design_withdrawn: [Undo2, "neutral"],
  try_in_sent: [PackageOpen, "info"],
  try_in_arrived: [Check, "info"],
  try_in_back: [PackageCheck, "progress"],
  remake_asked: [CircleHelp, "warning"],
  remake_declined: [Ban, "neutral"],
  remade: [Repeat, "danger"],
  remake_of: [Repeat, "warning"],
  due_changed: [CalendarClock, "warning"],
  note_added: [MessageSquare, "neutral"],
  file_added: [FilePlus, "neutral"],
  file_version_added: [FilePlus, "neutral"],
  file_removed: [FileMinus, "neutral"],
  file_restored: [FilePlus, "neutral"],
  file_shared: [FilePlus, "info"],
  shipment_made: [Package, "info"],
  unpacked: [PackageOpen, "neutral"],
  put_on_route: [Route, "info"],
  out_for_delivery: [Truck, "info"],
  delivered: [Check, "success"],
  delivery_failed: [Truck, "danger"],
  delivery_rescheduled: [CalendarClock, "warning"],
  invoice_drafted: [ReceiptText, "neutral"],
  invoice_sent: [ReceiptText, "info"],
  invoice_cancelled: [ReceiptText, "danger"],
  payment_recorded: [Banknote, "success"],
  credit_used: [Banknote, "success"],
  settlement_taken_back: [Banknote, "warning"],
  payment_bounced: [Banknote, "danger"],
  credit_note_issued: [ReceiptText, "warning"],
};

type CaseTimelineProps = {
  events: readonly TimelineEvent[];
  actor: Actor;
  /** How many lines were asked for at most. */
  latest?: number;
  /** Where the whole of it is read, when this is only the latest. */
  all?: string;
};

/**
 * What happened to a case as sentences, newest first. The lab reads who did it; a practice reads the names of its own people, and
 * of the lab only the lab's.
 */
export function CaseTimeline({ events, actor, latest = TIMELINE_MOST, all }: CaseTimelineProps) {
  const own = actor.audience === "lab";
  return (
    <Panel title="Timeline">
      {events.length === 0 && <p className="text-sm text-muted">Nothing has happened yet.</p>}
      <Timeline
        items={events.map((event) => {
          const [Icon, tone] = LOOK[event.kind];
          return {
            id: event.id,
            sentence: saidTo(actor, event),
            who: own ? event.actorName : (event.colleague ?? actor.lab.name),
            when: event.occurredAt.toISOString(),
            tone,
            icon: <Icon />,
          };
        })}
      />
      {events.length >= latest && (
        <p className="mt-3 text-xs text-muted">
          {`The latest ${latest} entries are shown. `}
          {all && (
            <Link href={all} className="underline">
              The whole history
            </Link>
          )}
        </p>
      )}
    </Panel>
  );
}
