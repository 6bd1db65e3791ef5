import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { billingSettings, changeBilling } from "./billing-settings";
import { billingSchema } from "./billing-settings-schema";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

const typed = {
  taxId: "GB123",
  registrationNumber: "",
  bankName: "Bank",
  bankAccount: "gb29 nwbk 60161331926819",
  invoiceFooter: "Registered in Glasgow.",
  defaultPaymentTermsDays: "14",
  defaultInvoiceMode: "monthly",
};
const read = () => asActor(lab.actors.manager, billingSettings);
const write = (change: object) =>
  asActor(lab.actors.manager, (tx) =>
    changeBilling({ actor: lab.actors.manager, tx }, billingSchema.parse({ ...typed, ...change })),
  );

it("keeps what the lab's papers say, and tells whoever read an older state", async () => {
  const { seenAt } = await read();
  await write({ seenAt });
  expect(await read()).toMatchObject({
    taxId: "GB123",
    registrationNumber: null,
    bankAccount: "GB29 NWBK 6016 1331 9268 19",
    defaultPaymentTermsDays: 14,
    defaultInvoiceMode: "monthly",
  });
  const late = await write({ seenAt }).then(() => null, asRefusal);
  expect(late?.reason).toBe("stale");
});

it("refuses a slip in an IBAN, and days that are none", () => {
  const faults = (change: object) =>
    billingSchema
      .safeParse({ ...typed, seenAt: new Date().toISOString(), ...change })
      .error?.issues.map(({ path }) => path[0]);
  expect(faults({ bankAccount: "GB29 NWBK 6016 1331 9268 18" })).toEqual(["bankAccount"]);
  for (const days of ["-1", "366", "1.5", "", "abc"])
    expect(faults({ defaultPaymentTermsDays: days })).toEqual(["defaultPaymentTermsDays"]);
  expect(faults({ bankAccount: "12-34-56 12345678" })).toBeUndefined();
});
