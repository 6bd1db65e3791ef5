import { audienceOf, type UserRole } from "@/lib/access/roles";
import type { EmailChoice, NotificationType } from "./vocabulary";

/** How one kind of notification reaches a person: listed in the app, and by e-mail when. */
export type Channels = { inApp: boolean; email: EmailChoice };

/** At the bench and the desk people have Casepan open: letters go out only for what cannot wait. */
const ofTheLab: Record<NotificationType, EmailChoice> = {
  case_update: "off",
  assignment: "off",
  message: "at_once",
  invoice: "off",
  appointment: "daily",
  system: "daily",
  alert: "at_once",
};

/** A practice looks in now and then; an invoice brings its own letter. */
const ofAPractice: Record<NotificationType, EmailChoice> = {
  case_update: "daily",
  assignment: "off",
  message: "at_once",
  invoice: "off",
  appointment: "at_once",
  system: "daily",
  alert: "at_once",
};

const ofADriver: Record<NotificationType, EmailChoice> = { ...ofTheLab, message: "off", alert: "off" };

/** What someone of a kind of role gets who has not chosen otherwise: everything in the app, and these letters. */
export function defaultChannels(kind: UserRole, type: NotificationType): Channels {
  const emails = { lab: ofTheLab, portal: ofAPractice, driver: ofADriver }[audienceOf(kind)];
  return { inApp: true, email: emails[type] };
}
