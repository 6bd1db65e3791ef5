import { beforeAll, expect, it } from "vitest";
import type { Context } from "@/lib/access/action";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { archivePractice, restorePractice } from "./archive-practice";
import { createPractice } from "./create-practice";
import { addDentist, changeDentistTerms, linkDentist, relinkDentist, unlinkDentist } from "./dentists";
import { editPractice } from "./edit-practice";
import { dentistsOf, dentistsToLink, findPractice, listPractices } from "./queries";
import { addDentistSchema, createPracticeSchema, editPracticeSchema } from "./schema";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;

const inLab = <T>(work: (context: Context) => Promise<T>, of = lab) =>
  asActor(of.actors.staff, (tx) => work({ actor: of.actors.staff, tx }));
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (thrown: unknown) => asRefusal(thrown)?.reason ?? thrown,
  );

const typed = {
  name: "Bridge Street Dental",
  code: "",
  addressLine1: "1 Bridge Street",
  addressLine2: "",
  city: "Paisley",
  postcode: "pa1  1xx",
  phone: "",
  email: "",
  latitude: "",
  longitude: "",
  openingHours: { monday: [["09:00", "17:00"]] as [string, string][] },
  transitDays: 2,
  paymentTermsDays: 30,
  discountPercent: "5",
  priceListId: "",
  invoiceMode: "per_case" as const,
  taxId: "",
  status: "active" as const,
  notes: "",
};
const add = (name: string, of = lab) =>
  inLab((context) => createPractice(context, createPracticeSchema.parse({ ...typed, name })), of);
const NO_FILTER = { q: "", status: null, archived: false, after: null, before: null };

beforeAll(async () => {
  const client = await db.ownerPool.connect();
  lab = await buildLab(client);
  other = await buildLab(client);
  await buildCase(client, lab);
  client.release();
});

it("gives codes out in order and refuses the same name and postcode", async () => {
  const first = await add("First Dental");
  const second = await add("Second Dental");
  expect([first.code, second.code]).toEqual(["P-0001", "P-0002"]);
  expect(await reasonOf(add("FIRST dental"))).toBe("practice_exists");
  const row = await inLab(({ tx }) => findPractice(tx, first.id));
  expect(row).toMatchObject({ postcode: "PA1 1XX", transitDays: 2, discountPercent: "5.00", addressLine2: null });
});

it("refuses an edit of an older version", async () => {
  const { id } = await add("Edited Dental");
  const edit = (version: number, name: string) =>
    inLab((context) => editPractice(context, editPracticeSchema.parse({ ...typed, name, id, version })));
  await edit(1, "Edited Twice Dental");
  expect(await reasonOf(edit(1, "Lost Dental"))).toBe("stale");
  expect((await inLab(({ tx }) => findPractice(tx, id))).name).toBe("Edited Twice Dental");
});

it("archives, keeps the code taken and restores", async () => {
  const { id, code } = await add("Archived Dental");
  await inLab((context) => archivePractice(context, { id, version: 1 }));
  const listed = await inLab(({ tx }) => listPractices(tx, { ...NO_FILTER, q: "archived" }));
  expect(listed.rows).toEqual([]);
  const archive = await inLab(({ tx }) => listPractices(tx, { ...NO_FILTER, q: "archived", archived: true }));
  expect(archive.rows.map((row) => row.code)).toEqual([code]);
  expect((await add("After It Dental")).code > code).toBe(true);
  await inLab((context) => restorePractice(context, { id }));
  expect(await reasonOf(inLab((context) => restorePractice(context, { id })))).toBe("not_archived");
  expect((await inLab(({ tx }) => listPractices(tx, { ...NO_FILTER, q: "archived" }))).rows).toHaveLength(1);
});

it("keeps a practice whose cases are open", async () => {
  expect(await reasonOf(inLab((context) => archivePractice(context, { id: lab.practiceId, version: 1 })))).toBe(
    "has_open_cases",
  );
});

it("answers for another lab's practice as for none", async () => {
  expect(await reasonOf(inLab(({ tx }) => findPractice(tx, other.practiceId)))).toBe("not_found");
  expect(await reasonOf(inLab((context) => archivePractice(context, { id: other.practiceId, version: 1 })))).toBe(
    "not_found",
  );
  expect(await reasonOf(inLab((context) => restorePractice(context, { id: other.practiceId })))).toBe("not_found");
});

it("adds a dentist by licence once, links them elsewhere, and undoes taking them off", async () => {
  const { id: practiceId } = await add("Dentists' Dental");
  const terms = { isPrimary: true, discountPercent: "", startedOn: "", endedOn: "" };
  const dentist = { practiceId, fullName: "Dr Iona Muir", licenceNumber: "gdc-77", email: "", phone: "", ...terms };
  await inLab((context) => addDentist(context, addDentistSchema.parse(dentist)));
  expect(await reasonOf(inLab((context) => addDentist(context, addDentistSchema.parse(dentist))))).toBe(
    "licence_known",
  );

  const { id: elsewhere } = await add("Elsewhere Dental");
  const [found] = await inLab((context) => dentistsToLink(context, { practiceId: elsewhere, words: "gdc-77" }));
  const kept = { isPrimary: false, discountPercent: null, priceListId: null, startedOn: null, endedOn: null };
  const linkIt = () =>
    inLab((context) => linkDentist(context, { practiceId: elsewhere, dentistId: found?.id as string, ...kept }));
  const { id: link } = await linkIt();
  expect(await reasonOf(linkIt())).toBe("already_linked");
  await inLab((context) => unlinkDentist(context, { id: link }));
  expect(await inLab(({ tx }) => dentistsOf(tx, elsewhere))).toEqual([]);
  await inLab((context) => relinkDentist(context, { id: link }));
  expect(await inLab(({ tx }) => dentistsOf(tx, elsewhere))).toMatchObject([
    { licenceNumber: "GDC-77", isPrimary: false },
  ]);
});

it("pages by key through practices of the same name", async () => {
  const many = await inLab(async (context) => {
    for (let i = 0; i < 60; i++) {
      const input = { ...typed, name: "Same Dental", postcode: `ZZ${i}` };
      await createPractice(context, createPracticeSchema.parse(input));
    }
    return listPractices(context.tx, { ...NO_FILTER, q: "same dental" });
  });
  const last = many.rows.at(-1);
  expect([many.rows.length, many.hasMore, many.hasLess]).toEqual([50, true, false]);
  const next = await inLab(({ tx }) =>
    listPractices(tx, { ...NO_FILTER, q: "same dental", after: [last?.name as string, last?.id as string] }),
  );
  expect([next.rows.length, next.hasMore, next.hasLess]).toEqual([10, false, true]);
  const back = await inLab(({ tx }) =>
    listPractices(tx, {
      ...NO_FILTER,
      q: "same dental",
      before: [next.rows[0]?.name as string, next.rows[0]?.id as string],
    }),
  );
  expect(back.rows.map((row) => row.id)).toEqual(many.rows.map((row) => row.id));
});

it("of two dentists made the primary one at once, one is, and both are answered", async () => {
  const { id: practiceId } = await inLab((context) =>
    createPractice(context, createPracticeSchema.parse({ ...typed, name: "Two Chiefs" })),
  );
  const terms = { isPrimary: false, discountPercent: null, priceListId: null, startedOn: null, endedOn: null };
  const links: string[] = [];
  for (const licenceNumber of ["CHIEF-1", "CHIEF-2"])
    links.push(
      (
        await inLab((context) =>
          addDentist(context, {
            practiceId,
            fullName: licenceNumber,
            licenceNumber,
            email: null,
            phone: null,
            ...terms,
          }),
        )
      ).id,
    );
  const make = (id: string) => inLab((context) => changeDentistTerms(context, { ...terms, id, isPrimary: true }));
  for (let round = 0; round < 5; round++) await Promise.all(links.map(make));
  const { rows } = await db.ownerPool.query(
    "SELECT count(*)::int AS primaries FROM practice_dentists WHERE practice_id = $1 AND is_primary",
    [practiceId],
  );
  expect(rows).toEqual([{ primaries: 1 }]);
});
