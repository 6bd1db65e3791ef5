import type { Transaction } from "@/lib/db/transaction";
import { type HoldAsked, lastHolds } from "@/lib/history/queries";
import { type CaseFilter, caseListParams } from "./list-filter";
import type { PortalView } from "./portal-filter";
import { type CasePage, type ListedCase, listCases } from "./queries";
import { stagesNeeded } from "./record-queries";
import type { Stage } from "./vocabulary";

/** Cases with what their practice asks about each: how far it is and, when held, why. */
export type PortalPage = CasePage & { needed: Map<string, Stage[]>; asked: Map<string, HoldAsked> };

/**
 * The practice's cases of a view: on its first page those on hold (they wait for an answer, at most 50) when nothing narrows it, then a
 * page of the others. `today` is the lab's day.
 */
export async function portalCases(
  tx: Transaction,
  { show, plain, filter }: PortalView,
  today: string,
): Promise<{ held: PortalPage; page: PortalPage }> {
  const first = show === "open" && plain && !filter.after && !filter.before;
  const nothing: CasePage = { cases: [], newer: null, older: null };
  const held = first ? await listCases(tx, heldOnes, today) : nothing;
  const page = await listCases(tx, filter, today);
  return { held: await withProgress(tx, held), page: await withProgress(tx, page) };
}

const heldOnes: CaseFilter = caseListParams.parse({ status: "on_hold", sort: "due" });

async function withProgress(tx: Transaction, page: CasePage): Promise<PortalPage> {
  const ids = page.cases.filter(underWay).map(({ id }) => id);
  const heldIds = page.cases.filter(({ status }) => status === "on_hold").map(({ id }) => id);
  return {
    ...page,
    needed: ids.length > 0 ? await stagesNeeded(tx, ids) : new Map(),
    asked: new Map(heldIds.length > 0 ? (await lastHolds(tx, heldIds)).map((asked) => [asked.caseId, asked]) : []),
  };
}

const underWay = ({ status }: ListedCase) => status !== "delivered" && status !== "cancelled";
