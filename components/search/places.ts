import { navOf } from "@/components/access/nav-of";
import { type Actor, may } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";

/** Where the palette leads without a search: what to do, and where to go. `words` are other names it is found by. */
export type Place = { href: string; label: string; group: "Do" | "Go to"; words?: string };

type Deed = { href: string; label: string; words?: string; needs: Permission };

const LAB: Deed[] = [
  { href: "/cases/new", label: "New case", words: "enter submit prescription", needs: "cases.submit" },
  { href: "/receiving", label: "Receive a case", words: "incoming pan book in", needs: "cases.receive" },
  { href: "/bench", label: "Open the scan station", words: "scan barcode bench queue", needs: "bench.work" },
  { href: "/bench/batches", label: "Load a furnace or mill", words: "batch sinter mill", needs: "bench.work" },
  { href: "/cases?status=on_hold", label: "Cases on hold", words: "waiting paused", needs: "cases.view" },
  { href: "/cases?late=1&sort=ship", label: "Late cases", words: "overdue behind", needs: "cases.view" },
  { href: "/cases?assigned=me", label: "Cases assigned to me", words: "mine own work", needs: "bench.work" },
  { href: "/cases?remakes=1", label: "Remakes", words: "again redo", needs: "cases.view" },
  { href: "/invoices/month-end", label: "Invoice what was delivered", words: "bill draft", needs: "invoices.draft" },
  { href: "/practices/new", label: "New practice", words: "client account", needs: "practices.manage" },
  { href: "/practices/import", label: "Import practices", words: "file csv xlsx", needs: "practices.import" },
];

const PORTAL: Deed[] = [
  { href: "/portal/new", label: "New case", words: "prescription send submit", needs: "portal.submit" },
  { href: "/portal?status=on_hold", label: "Cases waiting for your answer", words: "hold", needs: "portal.view" },
  { href: "/portal?show=delivered", label: "Delivered cases", words: "history past", needs: "portal.view" },
];

/** What the actor may do and where they may go. */
export function placesFor(actor: Actor): Place[] {
  const deeds = { lab: LAB, portal: PORTAL, driver: [] }[actor.audience].filter(({ needs }) => may(actor, needs));
  return [
    ...deeds.map(({ href, label, words }): Place => ({ href, label, words, group: "Do" })),
    ...navOf(actor).map(({ href, label }): Place => ({ href, label, group: "Go to" })),
    { href: "/account", label: "Account", words: "password sessions profile", group: "Go to" },
  ];
}
