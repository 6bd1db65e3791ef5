import type { Role } from "./fixtures";

export const DESK = { width: 1440, height: 900 };
export const TABLET = { width: 820, height: 1180 };
export const PHONE = { width: 390, height: 844 };

const uuid = "[0-9a-f-]{36}";

/** Where a screen is found: at an address, or by the first link of a form on another screen, which `then` leads on from. */
export type Way = { at: string | Way; link?: RegExp; then?: (href: string) => string };

export type Screen = {
  /** Who opens it; "nobody" is not signed in. */
  as: Role | "nobody";
  on: { width: number; height: number };
  way: Way;
};

const found = (at: Way["at"], form: string, then?: Way["then"]): Way => ({ at, link: new RegExp(`^${form}$`), then });
const behind = (more: string) => (href: string) => `${href}${more}`;
const sent = (href: string) => href.replace("/cases/", "/cases/new/sent/");
const sentByPractice = (href: string) => href.replace("/portal/cases/", "/portal/new/sent/");

/**
 * Every page of the app (its folder under `app`), for the walk that looks at each one. What is not walked says why. A test
 * compares this list with the folders.
 */
export const SCREENS: Record<string, Screen | string> = {
  "(auth)/choose-lab": "leads on at once for whoever works in one lab",
  "(auth)/forgot-password": { as: "nobody", on: PHONE, way: { at: "/forgot-password" } },
  "(auth)/reset-password": { as: "nobody", on: PHONE, way: { at: "/reset-password?token=none" } },
  "(auth)/sign-in": { as: "nobody", on: PHONE, way: { at: "/sign-in" } },
  "(auth)/verify-email": { as: "nobody", on: PHONE, way: { at: "/verify-email?token=none" } },
  "apply/[lab]": { as: "nobody", on: PHONE, way: { at: "/apply/northlight" } },
  "apply/[lab]/application": { as: "nobody", on: PHONE, way: { at: "/apply/northlight/application?token=none" } },
  "(driver)/driver": { as: "driver", on: PHONE, way: { at: "/driver" } },
  "(driver)/driver/notifications": { as: "driver", on: PHONE, way: { at: "/driver/notifications" } },
  "(lab)/audit": { as: "admin", on: DESK, way: { at: "/audit" } },
  "(lab)/audit/[id]": { as: "admin", on: DESK, way: found("/audit", `/audit/${uuid}`) },
  "(lab)/bench": { as: "technician", on: TABLET, way: { at: "/bench" } },
  "(lab)/bench/[caseId]": { as: "technician", on: TABLET, way: found("/bench?who=all", `/bench/${uuid}`) },
  "(lab)/applications": { as: "manager", on: DESK, way: { at: "/applications" } },
  "(lab)/applications/[id]": {
    as: "manager",
    on: TABLET,
    way: found("/applications?show=rejected", `/applications/${uuid}`),
  },
  "(lab)/bench/batches": { as: "technician", on: TABLET, way: { at: "/bench/batches" } },
  "(lab)/bench/batches/[id]": { as: "technician", on: TABLET, way: found("/bench/batches", `/bench/batches/${uuid}`) },
  "(lab)/bench/commands": { as: "technician", on: TABLET, way: { at: "/bench/commands" } },
  "(lab)/bench/machines": { as: "manager", on: TABLET, way: { at: "/bench/machines" } },
  "(lab)/data": "leads on at once to the first section that may be opened",
  "(lab)/data/trash": { as: "manager", on: DESK, way: { at: "/data/trash" } },
  "(lab)/data/erasure": { as: "admin", on: DESK, way: { at: "/data/erasure?q=K-" } },
  "(lab)/data/erasure/[id]": { as: "admin", on: DESK, way: found("/data/erasure?q=K-", `/data/erasure/${uuid}`) },
  "(lab)/data/export": { as: "admin", on: DESK, way: { at: "/data/export" } },
  "(lab)/people": { as: "manager", on: DESK, way: { at: "/people" } },
  "(lab)/people/[id]": { as: "manager", on: TABLET, way: found("/people", `/people/${uuid}`, behind("?tab=schedule")) },
  "(lab)/people/rota": { as: "technician", on: PHONE, way: { at: "/people/rota" } },
  "(lab)/people/leave": { as: "technician", on: TABLET, way: { at: "/people/leave" } },
  "(lab)/people/leave/[id]": { as: "manager", on: DESK, way: found("/people/leave", `/people/leave/${uuid}`) },
  "(lab)/messages": { as: "staff", on: DESK, way: { at: "/messages" } },
  "(lab)/messages/[id]": { as: "staff", on: TABLET, way: found("/messages", `/messages/${uuid}`) },
  "(lab)/notifications": { as: "manager", on: DESK, way: { at: "/notifications" } },
  "(lab)/board": { as: "manager", on: DESK, way: { at: "/board" } },
  "(lab)/calendar": { as: "manager", on: DESK, way: { at: "/calendar" } },
  "(lab)/calendar/new": { as: "staff", on: TABLET, way: { at: "/calendar/new" } },
  "(lab)/calendar/[id]": { as: "manager", on: TABLET, way: found("/calendar?view=agenda", `/calendar/${uuid}`) },
  "(lab)/calendar/[id]/edit": {
    as: "manager",
    on: TABLET,
    way: found("/calendar?view=agenda", `/calendar/${uuid}`, behind("/edit")),
  },
  "(lab)/settings/rooms": { as: "manager", on: TABLET, way: { at: "/settings/rooms" } },
  "calendar/answer/[lab]": { as: "nobody", on: PHONE, way: { at: "/calendar/answer/northlight?token=none" } },
  "(lab)/cases": { as: "manager", on: DESK, way: { at: "/cases" } },
  "(lab)/cases/[id]": { as: "manager", on: DESK, way: found("/cases", `/cases/${uuid}`) },
  "(lab)/cases/[id]/history": { as: "manager", on: TABLET, way: found("/cases", `/cases/${uuid}`, behind("/history")) },
  "(lab)/cases/[id]/files": { as: "technician", on: TABLET, way: found("/cases", `/cases/${uuid}`, behind("/files")) },
  "(lab)/cases/[id]/messages": { as: "staff", on: TABLET, way: found("/cases", `/cases/${uuid}`, behind("/messages")) },
  "(lab)/routes/map": { as: "staff", on: DESK, way: { at: "/routes/map" } },
  "(lab)/cases/[id]/proof": {
    as: "staff",
    on: DESK,
    way: found(found("/shipments?show=delivered", `/shipments/${uuid}`), `/cases/${uuid}`, behind("/proof")),
  },
  "(lab)/cases/holds": { as: "staff", on: TABLET, way: { at: "/cases/holds" } },
  "(lab)/cases/[id]/ticket": { as: "staff", on: DESK, way: found("/cases", `/cases/${uuid}`, behind("/ticket")) },
  "(lab)/cases/tickets": {
    as: "staff",
    on: DESK,
    way: found("/cases", `/cases/${uuid}`, (href) => href.replace("/cases/", "/cases/tickets?ids=")),
  },
  "(lab)/cases/new": { as: "staff", on: DESK, way: { at: "/cases/new" } },
  "(lab)/cases/new/sent/[id]": { as: "staff", on: TABLET, way: found("/cases", `/cases/${uuid}`, sent) },
  "(lab)/dentists": { as: "manager", on: DESK, way: { at: "/dentists" } },
  "(lab)/dentists/[id]": { as: "manager", on: DESK, way: found("/dentists", `/dentists/${uuid}`) },
  "(lab)/dentists/[id]/cases": {
    as: "manager",
    on: TABLET,
    way: found("/dentists", `/dentists/${uuid}`, behind("/cases?figure=delivered")),
  },
  "(lab)/invoices": { as: "manager", on: DESK, way: { at: "/invoices" } },
  "(lab)/inventory": { as: "manager", on: DESK, way: { at: "/inventory" } },
  "(lab)/inventory/counts": { as: "technician", on: TABLET, way: { at: "/inventory/counts" } },
  "(lab)/inventory/counts/[id]": {
    as: "technician",
    on: TABLET,
    way: found("/inventory/counts", `/inventory/counts/${uuid}`),
  },
  "(lab)/inventory/counts/[id]/sheet": {
    as: "manager",
    on: DESK,
    way: found("/inventory/counts", `/inventory/counts/${uuid}`, behind("/sheet")),
  },
  "(lab)/inventory/deliveries/new": { as: "staff", on: TABLET, way: { at: "/inventory/deliveries/new" } },
  "(lab)/inventory/expiring": { as: "staff", on: PHONE, way: { at: "/inventory/expiring" } },
  "(lab)/inventory/items/[id]": { as: "manager", on: DESK, way: found("/inventory", `/inventory/items/${uuid}`) },
  "(lab)/inventory/items/[id]/edit": {
    as: "staff",
    on: TABLET,
    way: found("/inventory", `/inventory/items/${uuid}`, behind("/edit")),
  },
  "(lab)/inventory/items/new": { as: "staff", on: PHONE, way: { at: "/inventory/items/new" } },
  "(lab)/inventory/locations": { as: "staff", on: TABLET, way: { at: "/inventory/locations" } },
  "(lab)/inventory/suppliers": { as: "staff", on: DESK, way: { at: "/inventory/suppliers" } },
  "(lab)/inventory/suppliers/[id]": {
    as: "manager",
    on: DESK,
    way: found("/inventory/suppliers", `/inventory/suppliers/${uuid}`),
  },
  "(lab)/inventory/suppliers/[id]/edit": {
    as: "staff",
    on: TABLET,
    way: found("/inventory/suppliers", `/inventory/suppliers/${uuid}`, behind("/edit")),
  },
  "(lab)/inventory/suppliers/new": { as: "staff", on: PHONE, way: { at: "/inventory/suppliers/new" } },
  "(lab)/inventory/to-order": { as: "staff", on: DESK, way: { at: "/inventory/to-order" } },
  "(lab)/invoices/[id]": { as: "manager", on: DESK, way: found("/invoices", `/invoices/${uuid}`) },
  "(lab)/invoices/payments": { as: "manager", on: DESK, way: { at: "/invoices/payments" } },
  "(lab)/invoices/payments/[id]": {
    as: "manager",
    on: DESK,
    way: found("/invoices/payments", `/invoices/payments/${uuid}`),
  },
  "(lab)/invoices/payments/new": { as: "staff", on: TABLET, way: { at: "/invoices/payments/new" } },
  "(lab)/invoices/journal": { as: "manager", on: DESK, way: { at: "/invoices/journal" } },
  "(lab)/invoices/month-end": { as: "manager", on: DESK, way: { at: "/invoices/month-end" } },
  "(lab)/invoices/statements": { as: "staff", on: DESK, way: { at: "/invoices/statements" } },
  "(lab)/invoices/statements/reminders": { as: "staff", on: DESK, way: { at: "/invoices/statements/reminders" } },
  "(lab)/outbox": { as: "admin", on: DESK, way: { at: "/outbox" } },
  "(lab)/outbox/[id]": "shows a letter in a frame that runs no scripts, not even those of the check",
  "(lab)/practices": { as: "staff", on: DESK, way: { at: "/practices" } },
  "(lab)/practices/[id]": { as: "staff", on: DESK, way: found("/practices", `/practices/${uuid}`) },
  "(lab)/practices/[id]/edit": {
    as: "staff",
    on: TABLET,
    way: found("/practices", `/practices/${uuid}`, behind("/edit")),
  },
  "(lab)/practices/[id]/account": {
    as: "staff",
    on: DESK,
    way: found("/practices", `/practices/${uuid}`, behind("/account")),
  },
  "(lab)/practices/import": { as: "staff", on: DESK, way: { at: "/practices/import" } },
  "(lab)/practices/new": { as: "staff", on: TABLET, way: { at: "/practices/new" } },
  "(lab)/prices": { as: "manager", on: DESK, way: { at: "/prices" } },
  "(lab)/receiving": { as: "staff", on: TABLET, way: { at: "/receiving" } },
  "(lab)/receiving/[caseId]": { as: "staff", on: TABLET, way: found("/receiving", `/receiving/${uuid}`) },
  "(lab)/reports": { as: "manager", on: DESK, way: { at: "/reports" } },
  "(lab)/reports/[report]": { as: "manager", on: DESK, way: { at: "/reports/revenue" } },
  "(lab)/reports/[report]/behind": {
    as: "manager",
    on: DESK,
    way: { at: "/reports/completion/behind?only=delivered" },
  },
  "(lab)/routes": { as: "staff", on: TABLET, way: { at: "/routes" } },
  "(lab)/routes/templates": { as: "staff", on: TABLET, way: { at: "/routes/templates" } },
  "(lab)/routes/templates/[id]": {
    as: "staff",
    on: DESK,
    way: found("/routes/templates", `/routes/templates/${uuid}`),
  },
  "(lab)/routes/templates/new": { as: "staff", on: PHONE, way: { at: "/routes/templates/new" } },
  "(lab)/routes/[id]": { as: "staff", on: DESK, way: found("/routes", `/routes/${uuid}`) },
  "(lab)/settings/lab": { as: "admin", on: DESK, way: { at: "/settings/lab" } },
  "(lab)/settings/mail": { as: "admin", on: DESK, way: { at: "/settings/mail" } },
  "(lab)/settings/mail/[kind]": { as: "admin", on: TABLET, way: { at: "/settings/mail/invoice" } },
  "(lab)/settings/setup": { as: "admin", on: TABLET, way: { at: "/settings/setup" } },
  "(lab)/settings/setup/[step]": { as: "admin", on: PHONE, way: { at: "/settings/setup/practices" } },
  "(lab)/settings/templates": { as: "manager", on: DESK, way: { at: "/settings/templates" } },
  setup: "answers 404 once there is a lab; walked in admin-first-run.spec.ts",
  "(lab)/settings": "leads on to the first section",
  "(lab)/settings/calendar": { as: "manager", on: DESK, way: { at: "/settings/calendar" } },
  "(lab)/settings/case-rules": { as: "manager", on: DESK, way: { at: "/settings/case-rules" } },
  "(lab)/settings/restorations": { as: "manager", on: TABLET, way: { at: "/settings/restorations" } },
  "(lab)/settings/checklists": { as: "manager", on: DESK, way: { at: "/settings/checklists" } },
  "(lab)/settings/proofs": { as: "manager", on: TABLET, way: { at: "/settings/proofs" } },
  "(lab)/settings/billing": { as: "manager", on: TABLET, way: { at: "/settings/billing" } },
  "(lab)/settings/reminders": { as: "manager", on: TABLET, way: { at: "/settings/reminders" } },
  "(lab)/settings/reasons": { as: "manager", on: DESK, way: { at: "/settings/reasons" } },
  "(lab)/settings/carriers": { as: "staff", on: TABLET, way: { at: "/settings/carriers" } },
  "(lab)/shipments": { as: "staff", on: TABLET, way: { at: "/shipments" } },
  "(lab)/shipments/[id]": { as: "staff", on: TABLET, way: found("/shipments?show=all", `/shipments/${uuid}`) },
  "(lab)/shipments/[id]/slip": {
    as: "staff",
    on: DESK,
    way: found("/shipments?show=ready", `/shipments/${uuid}`, behind("/slip")),
  },
  "(lab)/users/[id]": { as: "admin", on: DESK, way: found("/users", `/users/${uuid}`) },
  "(lab)/shipments/[id]/repack": {
    as: "staff",
    on: TABLET,
    way: found("/shipments?show=ready", `/shipments/${uuid}`, behind("/repack")),
  },
  "(lab)/shipments/labels": {
    as: "staff",
    on: DESK,
    way: found("/shipments?show=delivered", `/shipments/${uuid}`, (href) =>
      href.replace("/shipments/", "/shipments/labels?shipments="),
    ),
  },
  "(lab)/shipments/pack/[practiceId]": {
    as: "staff",
    on: TABLET,
    way: found("/practices", `/practices/${uuid}`, (href) => href.replace("/practices/", "/shipments/pack/")),
  },
  "(lab)/shipments/pickup": { as: "staff", on: TABLET, way: { at: "/shipments/pickup" } },
  "(lab)/users": { as: "admin", on: DESK, way: { at: "/users" } },
  "(portal)/portal/messages": { as: "dentist", on: PHONE, way: { at: "/portal/messages" } },
  "(portal)/portal/messages/[id]": {
    as: "dentist",
    on: PHONE,
    way: found("/portal/messages", `/portal/messages/${uuid}`),
  },
  "(portal)/portal/notifications": { as: "dentist", on: PHONE, way: { at: "/portal/notifications" } },
  "(portal)/portal/cases/[id]/messages": {
    as: "dentist",
    on: PHONE,
    way: found("/portal", `/portal/cases/${uuid}`, behind("/messages")),
  },
  "(portal)/portal/cases/[id]/files": {
    as: "dentist",
    on: PHONE,
    way: found("/portal", `/portal/cases/${uuid}`, behind("/files")),
  },
  "(lab)/search": { as: "staff", on: DESK, way: { at: "/search?q=crown" } },
  "(portal)/portal/search": { as: "dentist", on: PHONE, way: { at: "/portal/search?q=crown" } },
  "(station)/bench/scan": { as: "technician", on: TABLET, way: { at: "/bench/scan" } },
  "(portal)/portal": { as: "dentist", on: PHONE, way: { at: "/portal" } },
  "(portal)/portal/cases/[id]": { as: "dentist", on: PHONE, way: found("/portal", `/portal/cases/${uuid}`) },
  "(portal)/portal/cases/[id]/proof": {
    as: "dentist",
    on: PHONE,
    way: found("/portal?show=delivered", `/portal/cases/${uuid}`, behind("/proof")),
  },
  "(portal)/portal/cases/[id]/ticket": {
    as: "dentist",
    on: DESK,
    way: found("/portal", `/portal/cases/${uuid}`, behind("/ticket")),
  },
  "(portal)/portal/closing-days": { as: "dentist", on: PHONE, way: { at: "/portal/closing-days" } },
  "(portal)/portal/invoices": { as: "dentist", on: PHONE, way: { at: "/portal/invoices" } },
  "(portal)/portal/invoices/[id]": {
    as: "dentist",
    on: PHONE,
    way: found("/portal/invoices", `/portal/invoices/${uuid}`),
  },
  "(portal)/portal/statement": { as: "dentist", on: PHONE, way: { at: "/portal/statement" } },
  "(portal)/portal/pickups": { as: "dentist", on: PHONE, way: { at: "/portal/pickups" } },
  "(portal)/portal/practice": { as: "dentist", on: PHONE, way: { at: "/portal/practice" } },
  "(portal)/portal/ratings": { as: "dentist", on: PHONE, way: { at: "/portal/ratings" } },
  "(portal)/portal/new": { as: "dentist", on: PHONE, way: { at: "/portal/new" } },
  "(portal)/portal/new/sent/[id]": {
    as: "dentist",
    on: PHONE,
    way: found("/portal", `/portal/cases/${uuid}`, sentByPractice),
  },
  "(portal)/portal/preferences": { as: "dentist", on: PHONE, way: { at: "/portal/preferences" } },
  account: { as: "dentist", on: PHONE, way: { at: "/account" } },
  design: "exists in development only",
  "": "leads on to where the person works",
};
