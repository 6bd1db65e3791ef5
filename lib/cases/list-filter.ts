import { z } from "zod";
import { dayParam, instantParam, wordsParam } from "@/lib/access/address-params";
import { dayRangeParam } from "./day-range";
import { CASE_STATUSES, MATERIALS, PROCEDURE_TYPES, STAGES, URGENCIES } from "./vocabulary";

/** The orders of the case list; the column that leads each is a key together with the case's id. */
const CASE_SORTS = ["created", "ship", "due", "number"] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** Where a page of the list begins or ends: the sorted value of a case and its id. */
export type CaseKey = { value: string; id: string };

/** `open` stands for every status but delivered and cancelled, `moving` for those but on hold; late cases are open ones whose ship-by day is over. */
const CASE_STATUS_FILTERS = ["open", "moving", ...CASE_STATUSES] as const;

const keyValue: Record<CaseSort, z.ZodType<string>> = {
  created: instantParam,
  ship: dayParam,
  due: dayParam,
  number: z.string().regex(/^[\w-]{1,30}$/),
};

/** A key as it stands in the address: `2026-11-20~<id>`. */
export const keyText = (key: CaseKey): string => `${key.value}~${key.id}`;

/** Reads a key out of the address; null when it is none of this order. */
function parseKey(sort: CaseSort, text: string | undefined): CaseKey | null {
  const [value = "", id = "", ...rest] = (text ?? "").split("~");
  const parsed = z.object({ value: keyValue[sort], id: z.uuid() }).safeParse({ value, id });
  return parsed.success && rest.length === 0 ? parsed.data : null;
}

const text = wordsParam(120).optional().catch(undefined);
const flag = z.literal("1").optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);
const range = dayRangeParam.optional().catch(undefined);

/** What the address of the case list may say; anything unreadable counts as not said. */
export const caseListParams = z
  .object({
    q: text,
    status: z.enum(CASE_STATUS_FILTERS).optional().catch(undefined),
    stage: z.enum(STAGES).optional().catch(undefined),
    department: id,
    /** Whose work waits or goes on in the case: a person's, one's own (`me`) or nobody's yet. */
    assigned: z
      .union([z.uuid(), z.enum(["me", "nobody"])])
      .optional()
      .catch(undefined),
    late: flag,
    urgency: z.enum(URGENCIES).optional().catch(undefined),
    practice: id,
    dentist: id,
    patient: id,
    procedure: z.enum(PROCEDURE_TYPES).optional().catch(undefined),
    material: z.enum(MATERIALS).optional().catch(undefined),
    due: range,
    ship: range,
    created: range,
    remakes: flag,
    sort: z.enum(CASE_SORTS.flatMap((sort) => [sort, `-${sort}` as const])).catch("-created"),
    after: text,
    before: text,
  })
  .transform(({ q, late, remakes, sort: order, after, before, ...rest }) => {
    const descending = order.startsWith("-");
    const sort = (descending ? order.slice(1) : order) as CaseSort;
    return {
      ...rest,
      words: q || undefined,
      late: late !== undefined,
      remakes: remakes !== undefined,
      sort,
      descending,
      after: parseKey(sort, after),
      before: parseKey(sort, before),
    };
  });

export type CaseFilter = z.output<typeof caseListParams>;
