import type { Transaction } from "@/lib/db/transaction";
import { type HoldAsked, lastHolds } from "@/lib/history/queries";
import { type CaseFilter, caseListParams } from "./list-filter";
import { type CasePage, type ListedCase, listCases } from "./queries";
import { stagesNeeded } from "./record-queries";
import type { Stage } from "./vocabulary";

/** Cases with what their practice asks about each: how far it is and, when held, why. */
export type PortalPage = CasePage & { needed: Map<string, Stage[]>; asked: Map<string, HoldAsked> };

/** What a practice looks at: the cases under way, those that came, or those that fit the words it looks for. */
export type PortalView = { show: "open" | "delivered"; words?: string; after?: string; before?: string };

/**
 * The practice's cases of a view: its held ones first (those that wait for an answer, at most 50), then a page of the others, by due
 * day when under way, the latest first otherwise. `today` is the lab's day. Words look through all cases of the practice.
 */
export async function portalCases(
  tx: Transaction,
  { show, words, after, before }: PortalView,
  today: string,
): Promise<{ held: PortalPage; page: PortalPage }> {
  const open = show === "open" && !words;
  const filter = caseListParams.parse(
    open
      ? { status: "moving", sort: "due", after, before }
      : { status: words ? undefined : "delivered", q: words, after, before },
  );
  const nothing: CasePage = { cases: [], newer: null, older: null };
  const held = open && !filter.after && !filter.before ? await listCases(tx, heldOnes, today) : nothing;
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
