import type { Column } from "@/components/data-table/column";
import { DateTime } from "@/components/ui/time";
import { columnsOf, DEFAULT_COLUMNS, LIST_COLUMNS, type ListColumn } from "@/lib/cases/list-columns";
import { CaseStatusBadge, LatenessMark, UrgencyMark } from "../case-badges";
import { StageProgress } from "../stage-progress";
import type { CaseLine } from "./case-line";

type Look = Omit<Column<CaseLine>, "id" | "header">;

const short = (text: string | null) => <span className="whitespace-nowrap">{text || "–"}</span>;
const wrapped = (text: string) => (
  <span className="line-clamp-2 max-sm:text-right" title={text}>
    {text || "–"}
  </span>
);
const instant = (iso: string | null) =>
  iso ? <DateTime iso={iso} format="date" className="whitespace-nowrap" /> : <span>–</span>;
const withLateness = (iso: string, row: CaseLine) => (
  <span className="flex flex-wrap items-baseline gap-x-2 whitespace-nowrap max-sm:justify-end">
    <DateTime iso={iso} format="day" />
    {row.lateness && <LatenessMark lateness={row.lateness} />}
  </span>
);

const LOOK: Record<ListColumn, Look> = {
  number: {
    sort: "number",
    width: "9rem",
    cell: (row) => <span className="whitespace-nowrap tabular-nums">{row.number}</span>,
  },
  patient: {
    cell: (row) => (
      <span className="block max-w-40 truncate xl:max-w-56" title={row.patient}>
        {row.patient}
      </span>
    ),
  },
  name: { card: "hidden", cell: (row) => short(row.name) },
  status: { card: "badge", width: "8rem", cell: (row) => <CaseStatusBadge status={row.status} /> },
  items: { cell: (row) => wrapped(row.items) },
  material: { card: "hidden", cell: (row) => wrapped(row.material) },
  units: { card: "hidden", numeric: true, cell: (row) => row.units },
  practice: { from: "lg", cell: (row) => row.practice },
  dentist: { from: "xl", card: "hidden", cell: (row) => row.dentist },
  urgency: { from: "lg", width: "7rem", cell: (row) => <UrgencyMark urgency={row.urgency} /> },
  stage: { from: "md", cell: (row) => wrapped(row.stage) },
  people: { card: "hidden", cell: (row) => wrapped(row.people) },
  pan: { card: "hidden", cell: (row) => short(row.pan) },
  ship: { sort: "ship", width: "11rem", cell: (row) => withLateness(row.shipBy, row) },
  due: {
    sort: "due",
    from: "xl",
    card: "hidden",
    cell: (row) => <DateTime iso={row.dueOn} format="day" className="whitespace-nowrap" />,
  },
  created: { sort: "created", from: "xl", card: "hidden", cell: (row) => instant(row.createdAt) },
  received: { card: "hidden", cell: (row) => instant(row.receivedAt) },
  delivered: { card: "hidden", cell: (row) => instant(row.deliveredAt) },
  remake: { card: "hidden", cell: (row) => short(row.remakeOf) },
};

/** What a practice looks for is its patient; it waits for the due day and knows no ship-by day. */
const PORTAL: Partial<Record<ListColumn, Look>> = {
  number: { ...LOOK.number, from: "lg", card: "line" },
  patient: { card: "title", cell: (row) => <span className="break-words">{row.patient}</span> },
  stage: {
    from: "md",
    width: "14rem",
    cell: (row) =>
      row.steps ? (
        <StageProgress className="max-sm:w-44" label={`Progress of ${row.patient}`} steps={row.steps} />
      ) : (
        short(row.stage)
      ),
  },
  due: { sort: "due", width: "9rem", cell: (row) => withLateness(row.deliveredAt ?? row.dueOn, row) },
};

function columns(audience: "lab" | "portal"): Column<CaseLine>[] {
  const own = DEFAULT_COLUMNS[audience];
  const first: ListColumn = audience === "lab" ? "number" : "patient";
  const rest = columnsOf(audience).filter((column) => !own.includes(column));
  return [...own, ...rest].map((id) => ({
    id,
    header: LIST_COLUMNS[id],
    ...((audience === "portal" && PORTAL[id]) || LOOK[id]),
    ...(id === first ? { card: "title" as const } : { hideable: true, hidden: !own.includes(id) }),
  }));
}

export const LAB_COLUMNS = columns("lab");
export const PORTAL_COLUMNS = columns("portal");
