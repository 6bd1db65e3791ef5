import { z } from "zod";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { costsCsv } from "@/lib/departments/costs/export";
import { monthsUpTo } from "@/lib/departments/costs/months";
import { month } from "@/lib/departments/schema";
import { answer, routeActor } from "@/lib/files/answer";

const period = z.object({ to: month, months: z.coerce.number().int().min(1).max(24).catch(12) });

/**
 * `GET /api/departments/costs?to=YYYY-MM&months=12`: what the departments cost by month against their budgets, as CSV (UTF-8 with a byte
 * order mark, amounts in the lab's currency). Answers 401 and 403 without rights and 422 for a month that is none.
 */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("departments.manage");
    const parsed = period.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) throw new Refusal("invalid", "Choose the last month.");
    const { to, months } = parsed.data;
    const all = monthsUpTo(`${to}-01`, months);
    const csv = await asActor(actor, (tx) => costsCsv(tx, all[0] as string, all.at(-1) as string));
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="department-costs-${to}.csv"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
