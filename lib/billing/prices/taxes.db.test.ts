import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { deliver, send } from "@/lib/testing/billing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { draftInvoice } from "../draft-invoice";
import { changeLine } from "../edit-lines";
import { readInvoice } from "../invoice-detail";
import { listTaxRates } from "../price-lists";
import { checkPrice } from "./check-price";
import { priceSchema, taxRateSchema } from "./schema";
import { setPrice } from "./set-price";
import { addTaxRate, takeBackTaxRate } from "./tax-rates";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  lab = await buildLab(owner);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
});

const as = <T>(work: (tx: Transaction) => Promise<T>) => asActor(lab.actors.manager, work);
const add = (rate: object) =>
  as((tx) => {
    const usual = { name: "VAT", percent: "25", isDefault: false, isExempt: false, legalNote: "" };
    return addTaxRate({ actor: lab.actors.manager, tx }, taxRateSchema.parse({ ...usual, ...rate }));
  });
const takeBack = (taxRateId: string) => as((tx) => takeBackTaxRate({ actor: lab.actors.manager, tx }, { taxRateId }));
/** Has the lab's prices of a procedure bear the tax of a rate. */
const bear = (procedureType: string, taxRateId: string) =>
  owner.query("UPDATE price_list_items SET tax_rate_id = $1 WHERE procedure_type = $2 AND lab_id = $3", [
    taxRateId,
    procedureType,
    lab.id,
  ]);
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => asRefusal(error)?.reason ?? String(error),
  );
const draftOf = async (deliveredAt: string) => {
  const built = await buildCase(owner, lab);
  await deliver(owner, built, new Date(deliveredAt));
  const draft = await as((tx) => draftInvoice({ actor: lab.actors.manager, tx }, { caseId: built.id }));
  if (!draft) throw new Error("Nothing was drafted.");
  return draft.invoiceId;
};
const linesOf = async (invoiceId: string) => {
  const invoice = await as((tx) => readInvoice(tx, invoiceId));
  return (invoice?.lines ?? []).map((line) => [
    line.taxName,
    line.taxPercent,
    line.exemptNote,
    line.tax,
    line.deliveredOn,
  ]);
};

it("a tax changed midway holds from its day: older deliveries, drafts and what was sent keep their rate", async () => {
  const sent = await draftOf("2026-09-10T12:00:00Z");
  await send(lab.actors.manager, sent);
  const draft = await draftOf("2026-09-11T12:00:00Z");
  await add({ validFrom: "2026-10-01" });
  const [late, after] = [await draftOf("2026-09-30T22:59:00Z"), await draftOf("2026-09-30T23:01:00Z")]; // London is at UTC+1
  expect(await linesOf(sent)).toEqual([["VAT", "20.00", null, "17.80", "2026-09-10"]]);
  expect(await linesOf(draft)).toEqual([["VAT", "20.00", null, "17.80", "2026-09-11"]]);
  expect(await linesOf(late)).toEqual([["VAT", "20.00", null, "17.80", "2026-09-30"]]);
  expect(await linesOf(after)).toEqual([["VAT", "25.00", null, "22.25", "2026-10-01"]]);
});

it("an exempt tax and an exempt practice say why on their lines, and a rate typed over that no longer does", async () => {
  await add({ name: "Exempt", percent: "0", validFrom: "2025-01-01", isExempt: true, legalNote: "Schedule 9" });
  const rates = await as((tx) => listTaxRates(tx));
  const exempt = rates.find(({ name }) => name === "Exempt");
  await bear("crowns", exempt?.id ?? "");
  const invoiceId = await draftOf("2026-09-10T12:00:00Z");
  expect(await linesOf(invoiceId)).toEqual([["Exempt", "0.00", "Schedule 9", "0.00", "2026-09-10"]]);
  await owner.query(
    "UPDATE practices SET tax_exempt_reason = 'Charity hospital', tax_exempt_number = 'CH-1' WHERE id = $1",
    [lab.practiceId],
  );
  const exemptId = await draftOf("2026-09-10T12:00:00Z");
  expect(await linesOf(exemptId)).toEqual([[null, "0.00", "Charity hospital (CH-1)", "0.00", "2026-09-10"]]);

  const draft = await as((tx) => readInvoice(tx, exemptId));
  const line = { description: "Crown", quantity: "1", unitPrice: "89.00", discountPercent: "0", taxPercent: "20" };
  const ids = { invoiceId: exemptId, version: draft?.version ?? 0, lineId: draft?.lines[0]?.id ?? "" };
  await as((tx) => changeLine({ actor: lab.actors.manager, tx }, { ...ids, ...line }));
  expect(await linesOf(exemptId)).toEqual([[null, "20.00", null, "17.80", "2026-09-10"]]);
});

it("what is exempt bears 0 % and a reason", () => {
  const rate = { name: "Exempt", validFrom: "2026-01-01", isDefault: false, isExempt: true };
  const faults = (change: object) =>
    taxRateSchema.safeParse({ ...rate, ...change }).error?.issues.map(({ path }) => path[0]);
  expect(faults({ percent: "5", legalNote: "x" })).toEqual(["percent"]);
  expect(faults({ percent: "0", legalNote: " " })).toEqual(["legalNote"]);
  for (const percent of ["-1", "100.01", "1e1", ""]) expect(faults({ percent, legalNote: "x" })).toContain("percent");
});

it("a rate to come can be taken back, one that began cannot, and prices go on with the tax's other rates", async () => {
  const today = labToday("Europe/London");
  await add({ validFrom: "2199-01-01" });
  await add({ name: "Levy", validFrom: "2199-01-01" });
  const rates = await as((tx) => listTaxRates(tx));
  const of = (name: string, toCome: boolean) =>
    rates.find((rate) => rate.name === name && rate.validFrom > today === toCome)?.id ?? "";
  expect(await reasonOf(takeBack(of("VAT", false)))).toBe("tax_rate_began");
  await bear("crowns", of("VAT", true));
  await bear("models", of("Levy", true));
  expect(await reasonOf(takeBack(of("Levy", true)))).toBe("tax_in_use");
  await takeBack(of("VAT", true));
  expect(await reasonOf(takeBack(of("VAT", true)))).toBe("not_found");
  const price = { procedureType: "crowns", material: "wax", per: "unit", price: "1", rushSurchargePercent: "0" };
  const borne = as(async (tx) => {
    const list = await tx.row<{ id: string }>(sql`SELECT id FROM price_lists LIMIT 1`);
    const ids = { priceListId: list?.id, priceId: null, version: null, taxRateId: of("VAT", true) };
    return setPrice({ actor: lab.actors.manager, tx }, priceSchema.parse({ ...price, ...ids }));
  });
  await expect(borne).rejects.toMatchObject({ fieldErrors: { taxRateId: [expect.any(String)] } });
  const crowns = await owner.query(
    "SELECT DISTINCT tax_rate_id FROM price_list_items WHERE procedure_type = 'crowns' AND lab_id = $1",
    [lab.id],
  );
  expect(crowns.rows).toEqual([{ tax_rate_id: of("VAT", false) }]);
  expect(await reasonOf(add({ validFrom: "2199-01-01" }))).toBe("done");
  expect(await reasonOf(add({ validFrom: "2199-01-01" }))).toBe("invalid");
});

it("the price check reckons as drafting does, with the steps", async () => {
  await owner.query("UPDATE practices SET discount_percent = 10 WHERE id = $1", [lab.practiceId]);
  const check = (day: string, practiceId = lab.practiceId) =>
    as((tx) => {
      const item = { procedureType: "bridges" as const, material: null, units: 3, arches: 1 as const };
      const input = { practiceId, dentistId: null, day, urgency: "rush" as const, items: [item] };
      return checkPrice({ actor: lab.actors.manager, tx }, input);
    });
  const found = await check("2026-11-20");
  expect(found.lines[0]?.steps).toEqual([
    { words: "Standard: Bridge, any material, per unit", amount: "92.00" },
    { words: "Rush +35 %", amount: "124.20" },
    { words: "× 3 units", amount: "372.60" },
    { words: "Discount 10 %", amount: "335.34" },
    { words: "VAT 20 %", amount: "67.07" },
    { words: "With tax", amount: "402.41" },
  ]);
  expect([found.lists, found.net, found.tax, found.total]).toEqual([["Standard"], "335.34", "67.07", "402.41"]);
  const missing = await check("2020-01-01");
  expect([missing.lines[0]?.isMissing, missing.total]).toEqual([true, "0.00"]);
  const other = await buildLab(owner);
  expect(await reasonOf(check("2026-11-20", other.practiceId))).toBe("not_found");
});
