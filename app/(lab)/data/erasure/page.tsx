import { FileText, UserRoundX } from "lucide-react";
import { z } from "zod";
import { DataHeader } from "@/components/data/data-header";
import { PatientFinder } from "@/components/data/patient-finder";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { wordsParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { findPatients, listErasures, practicesOf } from "@/lib/data/erasure/queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Erasure" };

const params = z.object({ q: wordsParam(100).catch(""), practice: z.uuid().nullable().catch(null) });

export default async function ErasurePage({ searchParams }: PageProps<"/data/erasure">) {
  const actor = await pageActor("data.erase");
  const { q, practice } = params.parse(await searchParams);
  const { patients, erasures, practices } = await asActor(actor, async (tx) => ({
    patients: await findPatients(tx, q, practice),
    erasures: await listErasures(tx),
    practices: await practicesOf(tx),
  }));
  return (
    <>
      <DataHeader
        actor={actor}
        current="/data/erasure"
        title="Erasure"
        subtitle="Erase a patient who asks for it, but for what the law makes the lab keep"
      />
      <div className="flex flex-col gap-4">
        <PatientFinder
          patients={patients}
          practices={practices}
          empty={
            <EmptyState
              icon={<UserRoundX strokeWidth={1.5} />}
              title={q.length > 1 ? "No patient is found by these words" : "Find the patient"}
              hint={
                q.length > 1
                  ? "Ask the practice for the reference it uses; names are held only where the practice gave them."
                  : "By the practice's reference or, where it is held, the name. You then see all that is held before anything happens."
              }
            />
          }
        />
        <Panel title="Erasures carried out" aside="They do not say of whom" flush>
          {erasures.length === 0 ? (
            <p className="p-4 text-sm text-muted">None yet. Each leaves a certificate here.</p>
          ) : (
            <ul className="divide-y">
              {erasures.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm">
                  <span className="min-w-0 flex-1 basis-64">
                    <span className="font-medium tabular-nums">{one.number}</span> · {one.practice}
                    <span className="block text-muted">
                      {one.ground === "request"
                        ? `At the patient's request, by ${one.doneBy ?? "Casepan"}`
                        : "By itself, the law's time being over"}
                      {", "}
                      <DateTime iso={one.doneAt.toISOString()} format="datetime" />
                      {one.keptUntil && (
                        <>
                          {"; the next part goes after "}
                          <DateTime iso={one.keptUntil} format="date" />
                        </>
                      )}
                    </span>
                  </span>
                  <LinkButton
                    href={`/api/erasures/${one.id}/pdf`}
                    size="sm"
                    prefetch={false}
                    target="_blank"
                    icon={<FileText aria-hidden />}
                  >
                    Certificate
                  </LinkButton>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}
