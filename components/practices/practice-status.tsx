import { PRACTICE_STATUS_LABEL, type PracticeStatus } from "@/lib/practices/vocabulary";
import { StatusBadge } from "../ui/badge";
import type { Tone } from "../ui/tone";

const TONE: Record<PracticeStatus, Tone> = { active: "success", suspended: "warning", closed: "neutral" };

export function PracticeStatusBadge({ status, archived = false }: { status: PracticeStatus; archived?: boolean }) {
  if (archived) return <StatusBadge tone="neutral">Archived</StatusBadge>;
  return <StatusBadge tone={TONE[status]}>{PRACTICE_STATUS_LABEL[status]}</StatusBadge>;
}
