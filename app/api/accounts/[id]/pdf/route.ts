import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { currentParties } from "@/lib/billing/parties";
import { accountCurrencies, accountHolder, readAccount } from "@/lib/billing/statements/account";
import { periodOf } from "@/lib/billing/statements/account-params";
import { renderStatement } from "@/lib/billing/statements/pdf/render-statement";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";
import { labToday } from "@/lib/labs/today";

/**
 * The account of a practice over a period (`from`, `to`, `currency`) as it stands now, as a PDF: for the lab's people, and for the
 * practice itself. Another's answers 404.
 */
export function GET(request: Request, { params }: RouteContext<"/api/accounts/[id]/pdf">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    const needed = actor.audience === "portal" ? "portal.invoices" : "invoices.view";
    if (!actor.permissions.has(needed)) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id).data;
    if (!id || (actor.audience === "portal" && id !== actor.practice?.id)) throw notFound("account");
    const address = Object.fromEntries(new URL(request.url).searchParams);
    const contents = await asActor(actor, async (tx) => {
      await accountHolder(tx, id);
      const period = periodOf(address, await accountCurrencies(tx, id), labToday(actor.lab.timeZone));
      return { ...(await readAccount(tx, id, period)), parties: await currentParties(tx, id) };
    });
    const { name, pdf } = await renderStatement(contents, actor.lab.locale, new Date());
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `${"download" in address ? "attachment" : "inline"}; filename="${name}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
