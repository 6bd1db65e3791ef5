import { CASE_FILTERS, PORTAL_FILTERS } from "./list-address";
import { type CaseFilter, caseListParams } from "./list-filter";

type Address = Record<string, string | string[] | undefined>;

const SHOWN = ["open", "delivered", "all"] as const;
/** What a practice looks at: the cases under way, those that came, or all. */
export type PortalShow = (typeof SHOWN)[number];

export type PortalView = {
  show: PortalShow;
  /** What the address itself narrows the list to. */
  said: CaseFilter;
  /** What the list shows. Under way and otherwise not narrowed, held cases stand apart from it. */
  filter: CaseFilter;
  /** Nothing but `show` narrows it. */
  plain: boolean;
  /** The order when the address says none. */
  defaultSort: string;
};

/**
 * Reads the address of a practice's list. Words, a status or a patient look through all its cases, whatever `show` says; filters that
 * speak of what only the lab sees count as not said.
 */
export function portalView(address: Address): PortalView {
  const own = Object.fromEntries(
    Object.entries(address).filter(
      ([name]) => !CASE_FILTERS.includes(name as never) || PORTAL_FILTERS.includes(name as never),
    ),
  );
  const narrowed = PORTAL_FILTERS.filter((name) => own[name] !== undefined);
  const everywhere = narrowed.some((name) => name === "q" || name === "status" || name === "patient");
  const named = SHOWN.find((one) => one === address.show);
  const show = everywhere ? "all" : (named ?? "open");
  const plain = narrowed.length === 0;
  const status = { open: plain ? "moving" : "open", delivered: "delivered", all: own.status }[show];
  const defaultSort = show === "open" ? "due" : "-created";
  const sort = own.sort ?? defaultSort;
  return {
    show,
    said: caseListParams.parse(own),
    filter: caseListParams.parse({ ...own, status, sort }),
    plain,
    defaultSort,
  };
}
