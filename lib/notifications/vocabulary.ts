import type { Audience } from "@/lib/access/roles";

/** What a notification can be about (the database's `notification_type`), in the order screens list them. */
export const NOTIFICATION_TYPES = [
  "case_update",
  "assignment",
  "message",
  "invoice",
  "appointment",
  "system",
  "alert",
] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

export const NOTIFICATION_LABELS: Record<NotificationType, string> = {
  case_update: "Case updates",
  assignment: "Assignments",
  message: "Messages",
  invoice: "Invoices",
  appointment: "Appointments",
  system: "Casepan itself",
  alert: "Alerts",
};

const NOTIFICATION_PRIORITIES = ["high", "medium", "low"] as const;
export type NotificationPriority = (typeof NOTIFICATION_PRIORITIES)[number];

/** Whether and when a kind of notification also goes out by e-mail. */
export const EMAIL_CHOICES = ["off", "at_once", "daily"] as const;
export type EmailChoice = (typeof EMAIL_CHOICES)[number];

export const EMAIL_CHOICE_LABELS: Record<EmailChoice, string> = {
  off: "No e-mail",
  at_once: "At once",
  daily: "In the daily letter",
};

/** Where each part of Casepan lists a person's notifications. */
export const NOTIFICATIONS_PAGE: Record<Audience, string> = {
  lab: "/notifications",
  portal: "/portal/notifications",
  driver: "/driver/notifications",
};

/** The kinds that concern each part of Casepan. */
export const TYPES_FOR: Record<Audience, readonly NotificationType[]> = {
  lab: NOTIFICATION_TYPES,
  portal: ["case_update", "message", "invoice", "appointment", "system", "alert"],
  driver: ["assignment", "appointment", "system", "alert"],
};
