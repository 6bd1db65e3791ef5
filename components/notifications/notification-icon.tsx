import {
  type Bell,
  CalendarDays,
  FileStack,
  Hammer,
  Info,
  MessageSquare,
  ReceiptText,
  TriangleAlert,
} from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { NotificationPriority, NotificationType } from "@/lib/notifications/vocabulary";

const ICONS: Record<NotificationType, typeof Bell> = {
  case_update: FileStack,
  assignment: Hammer,
  message: MessageSquare,
  invoice: ReceiptText,
  appointment: CalendarDays,
  system: Info,
  alert: TriangleAlert,
};

/** What a notification is about, as a picture; an alert and what is urgent stand out. */
export function NotificationIcon({ type, priority }: { type: NotificationType; priority: NotificationPriority }) {
  const Icon = ICONS[type];
  const urgent = type === "alert" || priority === "high";
  return <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", urgent ? "text-warning-text" : "text-muted")} />;
}
