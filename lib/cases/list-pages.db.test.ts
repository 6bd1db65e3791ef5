import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab, buildPractice } from "@/lib/testing/build";
import { exportCases } from "./export";
import { caseListParams, keyText } from "./list-filter";
import { countCases, type ListedCase, listCases } from "./queries";

/** Whatever the filters, order and page size: the pages hold every case that fits once, and the file holds the same. */

const db = useDatabase();
const TODAY = "2026-03-10";
const CASES = 160;
let owner: PoolClient;
let lab: BuiltLab;
let everything: ListedCase[];
let elsewhere: string;

/** Numbers that look random and are the same at every run (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  const { id, itemIds } = await buildCase(owner, lab);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  elsewhere = (await buildPractice(owner)).id;
  await owner.query("UPDATE patients SET full_name = 'Ann Abbott'");
  await owner.query(
    `WITH person AS (
       INSERT INTO patients (practice_id, reference, full_name)
       SELECT CASE WHEN g % 3 = 0 THEN $2 ELSE c.practice_id END, 'R-' || g, (ARRAY['Ann Müller', 'Bo Keller', 'Cy Dubois', 'Dee Abbott'])[1 + g % 4]
       FROM generate_series(1, $1) g, cases c WHERE c.id = $3 RETURNING id, practice_id, substr(reference, 3)::int AS g
     ), entered AS (
       INSERT INTO cases (number, practice_id, dentist_id, patient_id, status, urgency, due_on, ship_by, submitted_at, submitted_by_id, delivered_at, created_at)
       SELECT 'C-2026-' || lpad((500 + g)::text, 6, '0'), p.practice_id, c.dentist_id, p.id,
         (ARRAY['designing', 'milling', 'on_hold', 'delivered', 'qc'])[1 + g % 5], (ARRAY['standard', 'standard', 'rush', 'emergency'])[1 + g % 4],
         date '2026-03-01' + g % 17, date '2026-02-28' + g % 17, '2026-01-01', c.submitted_by_id,
         CASE WHEN g % 5 = 3 THEN timestamptz '2026-03-05' END, timestamptz '2026-02-01T09:00Z' + make_interval(hours => (g / 4) * 5)
       FROM person p, cases c WHERE c.id = $3 RETURNING id, number, status
     )
     INSERT INTO case_items (case_id, template_id, position, procedure_type, material, units, stage, status, delivered_at)
     SELECT e.id, i.template_id, 1, (ARRAY['crowns', 'bridges', 'repairs'])[1 + substr(number, 9)::int % 3], (ARRAY['zirconia_full', 'pfm'])[1 + substr(number, 9)::int % 2], 1,
       CASE e.status WHEN 'milling' THEN 'milling' WHEN 'delivered' THEN 'delivery' ELSE 'design' END,
       CASE e.status WHEN 'delivered' THEN 'delivered' ELSE 'in_production' END, CASE e.status WHEN 'delivered' THEN timestamptz '2026-03-05' END
     FROM entered e, case_items i WHERE i.id = $4`,
    [CASES, elsewhere, id, itemIds[0]],
  );
  everything = await pages({}, 500);
}, 60_000);
afterAll(() => owner.release());

/** All pages of an address, forwards. */
async function pages(address: Record<string, string>, size: number): Promise<ListedCase[]> {
  const all: ListedCase[] = [];
  let after: string | undefined;
  do {
    const filter = caseListParams.parse({ ...address, after });
    const page = await asActor(lab.actors.staff, (tx) => listCases(tx, filter, TODAY, size));
    all.push(...page.cases);
    after = page.older ? keyText(page.older) : undefined;
  } while (after);
  return all;
}

const has = (row: ListedCase, words: string) =>
  words
    .toLowerCase()
    .split(" ")
    .every((word) =>
      [row.number, `${row.patient} ${row.patientName}`, row.practice, row.dentist].some((text) =>
        text.toLowerCase().replace("ü", "u").includes(word),
      ),
    );

/** What a filter means, said once more in the plainest way. */
const MEANS: Record<string, { values: string[]; fits: (row: ListedCase, value: string) => boolean }> = {
  status: {
    values: ["open", "moving", "on_hold", "delivered", "cancelled"],
    fits: ({ status }, value) =>
      value === "open"
        ? status !== "delivered" && status !== "cancelled"
        : value === "moving"
          ? !["delivered", "cancelled", "on_hold"].includes(status)
          : status === value,
  },
  urgency: { values: ["standard", "rush", "emergency"], fits: (row, value) => row.urgency === value },
  procedure: {
    values: ["crowns", "bridges", "repairs", "veneers"],
    fits: (row, value) => row.items.some((item) => item.procedureType === value),
  },
  material: {
    values: ["zirconia_full", "pfm"],
    fits: (row, value) => row.items.some((item) => item.material === value),
  },
  stage: {
    values: ["design", "milling", "receiving"],
    fits: (row, value) =>
      row.status !== "delivered" && row.items.some((item) => item.stage === value && item.status !== "delivered"),
  },
  late: { values: ["1"], fits: (row) => row.status !== "delivered" && row.shipBy < TODAY },
  due: {
    values: ["-5d..3d", "2026-03-02..2026-03-09", "..-1d", "5d.."],
    fits: ({ dueOn }, value) =>
      ({
        "-5d..3d": dueOn >= "2026-03-05" && dueOn <= "2026-03-13",
        "2026-03-02..2026-03-09": dueOn >= "2026-03-02" && dueOn <= "2026-03-09",
        "..-1d": dueOn < TODAY,
        "5d..": dueOn >= "2026-03-15",
      })[value] === true,
  },
  created: {
    values: ["2026-02-03..2026-02-05"],
    fits: ({ createdAt }) => createdAt >= new Date("2026-02-03T00:00Z") && createdAt < new Date("2026-02-06T00:00Z"),
  },
  q: { values: ["ann", "muller", "abbott ann", "c-2026-0005", "r-1", "bo r-1", "elsewhere"], fits: has },
};
const NAMES = Object.keys(MEANS);
const SORTS = ["created", "-created", "due", "-due", "ship", "-ship", "number", "-number"];

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  "pages of address %i hold what fits, once, in order",
  async (seed) => {
    const roll = dice(seed);
    const address: Record<string, string> = { sort: SORTS[roll(SORTS.length)] as string };
    for (let i = roll(4); i > 0; i -= 1) {
      const name = NAMES[roll(NAMES.length)] as string;
      const { values } = MEANS[name] as (typeof MEANS)[string];
      address[name] = values[roll(values.length)] as string;
    }
    const found = await pages(address, 1 + roll(30));
    const filters = Object.entries(address).filter(([name]) => name !== "sort");
    const wanted = everything.filter((row) => filters.every(([name, value]) => MEANS[name]?.fits(row, value)));
    const numbers = found.map(({ number }) => number);
    expect(numbers.toSorted(), JSON.stringify(address)).toEqual(wanted.map(({ number }) => number).toSorted());

    const [key, falling] = [(address.sort as string).replace("-", ""), address.sort?.startsWith("-")];
    const value = (row: ListedCase) =>
      `${key === "created" ? row.createdAt.toISOString() : key === "due" ? row.dueOn : key === "ship" ? row.shipBy : row.number} ${row.id}`;
    const ordered = found.map(value).toSorted();
    expect(found.map(value)).toEqual(falling ? ordered.reverse() : ordered);

    const filter = caseListParams.parse(address);
    const counted = await asActor(lab.actors.staff, (tx) => countCases(tx, filter, TODAY, 20));
    expect(counted).toBe(Math.min(wanted.length, 21));
  },
);

test("the file has the cases, the order and the columns of the list, for the lab and for the practice", async () => {
  const address = { status: "delivered", sort: "number", cols: "due,number,patient,created" };
  const listed = await pages(address, 50);
  const csv = await textOf(exportCases(lab.actors.staff, { ...address, after: "x", before: "y" }));
  expect(csv.startsWith("\uFEFFDue,Case,Patient,Submitted (Europe/London)\r\n")).toBe(true);
  const lines = csv.split("\r\n").slice(1, -1);
  expect(lines).toEqual(
    listed.map((row) => {
      const at = row.createdAt.toISOString();
      return `${row.dueOn},${row.number},${row.patient},${at.slice(0, 10)} ${at.slice(11, 16)}`;
    }),
  );
  const own = await textOf(
    exportCases(lab.actors.dentist, { show: "all", cols: "number,pan,people,ship", sort: "number" }),
  );
  expect(own.split("\r\n").slice(1, -1)).toEqual(
    everything
      .filter(({ practice }) => practice === lab.actors.dentist.practice?.name)
      .map(({ number }) => number)
      .toSorted(),
  );
});

async function textOf(parts: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(all));
}
