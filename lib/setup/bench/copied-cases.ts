import type { Load } from "./bulk-load";
import { FAMILY, GIVEN } from "./copied-names";

/** Where the cases are to go: a lab with a dentist, a person who does everything, and its template and departments. */
export type Place = {
  labId: string;
  dentistId: string;
  userId: string;
  templateId: string;
  departmentIds: readonly string[];
  /** Items of the store, from which every delivered item takes once. */
  stockIds: readonly string[];
};

const DAY = 86_400_000;
const YEARS = 5;
const PRACTICES = 300;
/** Of a lab's five years, the work of the last three weeks is open. */
const OPEN_DAYS = 21;
const PROCEDURES = ["crowns", "crowns", "crowns", "bridges", "implants", "veneers", "dentures", "night_guards"];
const MATERIALS = ["zirconia_full", "lithium_disilicate", "pfm", "pmma"];
const STAGES = ["design", "milling", "quality_control"];
/** Spreads neighbours far apart, the same in every run. */
const spread = (k: number, salt: number) => (k * 40_503 + Math.floor(k / 7) * salt) % 1_000_003;

/** A version 7 id: ordered by time, and the same in every run. */
function id(kind: number, at: number, k: number): string {
  const time = Math.max(0, at).toString(16).padStart(12, "0");
  const count = k.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${kind.toString(16).padStart(3, "0")}-8000-${count}`;
}

const iso = (at: number) => new Date(at).toISOString();
const day = (at: number) => iso(at).slice(0, 10);
const pick = <One>(from: readonly One[], k: number) => from[k % from.length] as One;

type Made = { k: number; at: number; open: boolean; practice: string; delivered: number; case: string; item: string };

/**
 * The rows of so many cases of five years at 300 practices, the newest last: patients, cases, an item each with its teeth, three
 * stages done or one waiting, an invoice per delivered case, and what was used of the store.
 */
export function copiedCases(place: Place, count: number, now = Date.now()): Load[] {
  const began = now - YEARS * 365 * DAY;
  const practice = (n: number) => id(1, began, n);
  function* made(): Generator<Made> {
    for (let k = 1; k <= count; k += 1) {
      const at = Math.floor(began + ((now - began) * k) / (count + 1));
      const open = at > now - OPEN_DAYS * DAY;
      // A multiplier prime to the number of practices, so that each day is spread over all of them.
      const n = (k * 7) % PRACTICES;
      yield { k, at, open, practice: practice(n), delivered: at + 6 * DAY, case: id(2, at, k), item: id(3, at, k) };
    }
  }
  const rowsOf = (row: (one: Made) => (string | number | boolean | null)[] | null) =>
    function* () {
      for (const one of made()) {
        const values = row(one);
        if (values) yield values;
      }
    };
  const lab = place.labId;
  return [
    {
      table: "practices",
      columns: ["id", "lab_id", "code", "name", "address_line1", "postcode"],
      *rows() {
        for (let n = 0; n < PRACTICES; n += 1)
          yield [practice(n), lab, `M${n}`, `Bench practice ${n}`, `${n} High Street`, `G${n} 1AA`];
      },
    },
    {
      table: "patients",
      columns: ["id", "lab_id", "practice_id", "reference", "full_name", "created_at"],
      rows: rowsOf(({ k, at, practice: of }) => [
        id(5, at, k),
        lab,
        of,
        `P-${k}`,
        `${pick(GIVEN, spread(k, 31))} ${pick(FAMILY, spread(k, 7_919))}`,
        iso(at),
      ]),
    },
    {
      table: "cases",
      columns:
        "id lab_id number practice_id dentist_id patient_id status urgency due_on ship_by submitted_at submitted_by_id received_at delivered_at remake_of_id created_at".split(
          " ",
        ),
      rows: rowsOf(({ k, at, open, practice: of, delivered, case: own }) => [
        own,
        lab,
        `C-${iso(at).slice(0, 4)}-${String(k).padStart(7, "0")}`,
        of,
        place.dentistId,
        id(5, at, k),
        open ? "designing" : "delivered",
        k % 9 === 0 ? "rush" : "standard",
        day(at + (k % 10 === 0 ? 5 : 8) * DAY),
        day(at + (k % 10 === 0 ? 4 : 7) * DAY),
        iso(at),
        place.userId,
        iso(at + 7_200_000),
        open ? null : iso(delivered),
        k % 31 === 0 && k > 31 ? id(2, Math.floor(began + ((now - began) * (k - 31)) / (count + 1)), k - 31) : null,
        iso(at),
      ]),
    },
    {
      table: "case_items",
      columns:
        "id lab_id case_id template_id position procedure_type material shade units status stage finished_at delivered_at created_at".split(
          " ",
        ),
      rows: rowsOf(({ k, at, open, delivered, case: of, item }) => [
        item,
        lab,
        of,
        place.templateId,
        1,
        pick(PROCEDURES, k),
        pick(MATERIALS, k),
        "A2",
        1 + (k % 3),
        open ? "in_production" : "delivered",
        open ? pick(STAGES, k) : "delivery",
        open ? null : iso(delivered - DAY),
        open ? null : iso(delivered),
        iso(at),
      ]),
    },
    {
      table: "case_item_teeth",
      columns: ["lab_id", "item_id", "tooth"],
      rows: rowsOf(({ k, item }) => [lab, item, 11 + (k % 8)]),
    },
    {
      table: "workflow_stages",
      columns:
        "lab_id case_id item_id stage status department_id queued_at started_at completed_at completed_by_id outcome working_seconds created_at".split(
          " ",
        ),
      *rows() {
        for (const { k, at, open, case: of, item } of made()) {
          if (open) {
            yield [
              lab,
              of,
              item,
              pick(STAGES, k),
              "pending",
              pick(place.departmentIds, k % 3),
              iso(at),
              null,
              null,
              null,
              null,
              0,
              iso(at),
            ];
            continue;
          }
          for (const [n, stage] of STAGES.entries()) {
            const queued = at + (n + 1) * DAY;
            const done = queued + (2 + (k % 9)) * 3_600_000;
            const outcome = (k + n) % 40 === 0 ? "failed" : "passed";
            yield [
              lab,
              of,
              item,
              stage,
              "completed",
              pick(place.departmentIds, n),
              iso(queued),
              iso(queued + 3_600_000),
              iso(done),
              place.userId,
              outcome,
              600 + (k % 50) * 30,
              iso(queued),
            ];
          }
        }
      },
    },
    {
      table: "invoices",
      columns:
        "id lab_id number practice_id case_id status currency issued_on due_on subtotal tax_total total paid_total sent_at created_at".split(
          " ",
        ),
      rows: rowsOf(({ k, open, practice: of, delivered, case: own }) => {
        if (open) return null;
        const paid = delivered < now - 45 * DAY;
        return [
          id(4, delivered, k),
          lab,
          `INV-${iso(delivered).slice(0, 4)}-${String(k).padStart(7, "0")}`,
          of,
          own,
          paid ? "paid" : "sent",
          "GBP",
          day(delivered),
          day(delivered + 30 * DAY),
          100,
          20,
          120,
          paid ? 120 : 0,
          iso(delivered),
          iso(delivered),
        ];
      }),
    },
    {
      table: "invoice_items",
      columns:
        "lab_id invoice_id case_id case_item_id position description quantity unit_price tax_percent delivered_on created_at".split(
          " ",
        ),
      rows: rowsOf(({ k, open, delivered, case: own, item }) =>
        open ? null : [lab, id(4, delivered, k), own, item, 1, "Crown", 1, 100, 20, day(delivered), iso(delivered)],
      ),
    },
    {
      table: "inventory_transactions",
      columns:
        "lab_id inventory_item_id case_item_id type quantity unit_cost recorded_by_id occurred_at created_at".split(
          " ",
        ),
      rows: rowsOf(({ k, open, delivered, item }) =>
        open || k % 3
          ? null
          : [
              lab,
              pick(place.stockIds, k),
              item,
              "out",
              -1,
              12.5,
              place.userId,
              iso(delivered - 3 * DAY),
              iso(delivered),
            ],
      ),
    },
  ];
}
