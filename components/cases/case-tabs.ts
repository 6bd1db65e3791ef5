import type { TabItem } from "@/components/ui/link-tabs";
import { type Actor, may } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";

type Tab = { key: string; label: string; path: string; permission: Permission };

/** The parts of a case's record, each a page below the case's own. A tab is shown to those who may open its page. */
const LAB_TABS = [
  { key: "overview", label: "Overview", path: "", permission: "cases.view" },
  { key: "files", label: "Files", path: "/files", permission: "files.view" },
  { key: "messages", label: "Messages", path: "/messages", permission: "messages.use" },
  { key: "history", label: "History", path: "/history", permission: "cases.view" },
] as const satisfies readonly Tab[];

const PORTAL_TABS = [
  { key: "overview", label: "Overview", path: "", permission: "portal.view" },
  { key: "files", label: "Files", path: "/files", permission: "files.view" },
  { key: "messages", label: "Messages", path: "/messages", permission: "messages.use" },
] as const satisfies readonly Tab[];

export type LabTab = (typeof LAB_TABS)[number]["key"];
export type PortalTab = (typeof PORTAL_TABS)[number]["key"];

/** The tabs of a case in the lab, `current` being the page shown. `counts` puts a figure beside a tab's name. */
export const labTabs = (actor: Actor, caseId: string, current: LabTab, counts?: Partial<Record<LabTab, number>>) =>
  shown(LAB_TABS, actor, `/cases/${caseId}`, current, counts);

/** The tabs of a case in the portal, likewise. */
export const portalTabs = (
  actor: Actor,
  caseId: string,
  current: PortalTab,
  counts?: Partial<Record<PortalTab, number>>,
) => shown(PORTAL_TABS, actor, `/portal/cases/${caseId}`, current, counts);

function shown(
  tabs: readonly Tab[],
  actor: Actor,
  base: string,
  current: string,
  counts: Record<string, number | undefined> = {},
): TabItem[] {
  const open = tabs.filter(({ permission }) => may(actor, permission));
  if (open.length < 2) return [];
  return open.map(({ key, label, path }) => ({
    href: `${base}${path}`,
    label,
    current: key === current,
    count: counts[key],
  }));
}
