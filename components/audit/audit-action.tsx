import { Pencil, Plus, Trash2 } from "lucide-react";
import { AUDIT_ACTION_LABEL, type AuditAction } from "@/lib/audit/filter";
import { StatusBadge } from "../ui/badge";

const LOOK = {
  insert: { tone: "success", icon: Plus },
  update: { tone: "info", icon: Pencil },
  delete: { tone: "danger", icon: Trash2 },
} as const;

/** Whether an entry tells of a row that was added, changed or deleted. */
export function AuditActionBadge({ action }: { action: AuditAction }) {
  return <StatusBadge {...LOOK[action]}>{AUDIT_ACTION_LABEL[action]}</StatusBadge>;
}
