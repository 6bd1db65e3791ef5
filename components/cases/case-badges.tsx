import { CirclePause, Flame, Siren, Zap } from "lucide-react";
import { StatusBadge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { type Tone, toneText } from "@/components/ui/tone";
import type { Lateness } from "@/lib/cases/lateness";
import { CASE_STATUS_LABEL, type CaseStatus, URGENCY_LABEL, type Urgency } from "@/lib/cases/vocabulary";

const TONE: Record<CaseStatus, Tone> = {
  submitted: "info",
  received: "info",
  designing: "progress",
  milling: "progress",
  processing: "progress",
  qc: "progress",
  ready: "success",
  delivered: "success",
  on_hold: "warning",
  cancelled: "neutral",
};

/** Where a case stands, in a word. */
export function CaseStatusBadge({ status }: { status: CaseStatus }) {
  return (
    <StatusBadge tone={TONE[status]} icon={status === "on_hold" ? CirclePause : undefined}>
      {CASE_STATUS_LABEL[status]}
    </StatusBadge>
  );
}

/** How urgent a case is; standard cases, which are most, say it quietly. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  if (urgency === "standard") return <span className="text-sm text-muted">{URGENCY_LABEL.standard}</span>;
  return (
    <StatusBadge tone={urgency === "emergency" ? "danger" : "warning"} icon={urgency === "emergency" ? Siren : Zap}>
      {URGENCY_LABEL[urgency]}
    </StatusBadge>
  );
}

/** How a case stands against its day: words in the colour of their meaning, with a flame when late. */
export function LatenessMark({ lateness, className }: { lateness: Lateness; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-1 text-xs font-medium", toneText[lateness.tone], className)}>
      {lateness.tone === "danger" && <Flame aria-hidden className="size-3.5 shrink-0" />}
      {lateness.words}
    </span>
  );
}
