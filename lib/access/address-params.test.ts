import { expect, test } from "vitest";
import { invoiceFilterSchema } from "@/lib/billing/list-filter";
import { caseListParams } from "@/lib/cases/list-filter";
import { behindParams } from "@/lib/reports/schema";
import { incomingFilterSchema } from "@/lib/workflow/incoming";
import { queueFilterSchema } from "@/lib/workflow/queue-filter";
import { dayParam, instantParam, rowKeyParam, wordsParam } from "./address-params";

const ID = "0199c0de-0000-7000-8000-000000000001";
const NO_ID = "-".repeat(36);

test("what PostgreSQL could not read is not let through", () => {
  expect(wordsParam(9).safeParse("a\u0000b").success).toBe(false);
  expect(wordsParam(9).parse(" Müller ")).toBe("Müller");
  expect([dayParam.safeParse("0000-01-01").success, dayParam.safeParse("2026-11-20").success]).toEqual([false, true]);
  expect(instantParam.safeParse("0000-01-01T00:00:00.000Z").success).toBe(false);
  expect(instantParam.safeParse(new Date().toISOString()).success).toBe(true);
  expect(rowKeyParam.parse(`A | B|${ID}`)).toEqual(["A | B", ID]);
  expect(rowKeyParam.parse(`A|${NO_ID}`)).toBeNull();
  expect(rowKeyParam.parse(["A", "B"])).toBeNull();
});

test("lists take an address that cannot be read for one that says nothing", () => {
  expect(caseListParams.parse({ q: "\u0000", sort: "due", after: `0000-01-01~${ID}` })).toMatchObject({
    words: undefined,
    after: null,
  });
  expect(incomingFilterSchema.parse({ after: `1~${NO_ID}` })).toEqual({ after: null });
  expect(incomingFilterSchema.parse({ after: `1~${ID}` })).toEqual({ after: { rank: 1, id: ID } });
  expect(queueFilterSchema.parse({ after: `0000-01-01~1~${ID}~1` }).after).toBeNull();
  const key = (day: string, id: string) => invoiceFilterSchema.parse({ after: `0_${day}_${id}` }).after;
  expect(key("2026-99-99T00:00:00.000Z", ID)).toBeNull();
  expect(key("2026-11-20T00:00:00.000Z", NO_ID)).toBeNull();
  expect(key("2026-11-20T00:00:00.000Z", ID)).toEqual({ rank: 0, day: "2026-11-20T00:00:00.000Z", id: ID });
  expect(invoiceFilterSchema.parse({ q: "\u0000" }).q).toBe("");
  const behind = behindParams.parse({ month: "0000-01", key: "\u0000" });
  expect([behind.month, behind.key]).toEqual([undefined, undefined]);
});
