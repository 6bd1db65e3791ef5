import Link from "next/link";
import type { Held } from "@/lib/data/erasure/held";
import { StatusBadge } from "../ui/badge";
import { Panel } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { DateTime } from "../ui/time";

/** All that is held of a patient: what would go, what the law keeps and why, before anything happens. */
export function HeldOfPatient({ held }: { held: Held }) {
  const { patient, cases, lines, letters, kinds, auditEntries } = held;
  const going = kinds.filter(({ ids }) => ids.length > 0);
  const keptCases = cases.filter(({ keptUntil }) => keptUntil !== null);
  const keptLines = lines.filter(({ keptUntil }) => keptUntil !== null);
  return (
    <>
      <Panel title="Who it is">
        <DescriptionList
          columns={3}
          items={[
            { term: "Reference", value: patient.reference },
            { term: "Name", value: patient.fullName },
            { term: "Sex", value: patient.sex },
            { term: "Year of birth", value: patient.birthYear },
            { term: "Allergies", value: patient.allergies },
            {
              term: "Cases",
              value:
                cases.length === 0 ? null : (
                  <span className="flex flex-wrap gap-x-3">
                    {cases.map(({ id, number }) => (
                      <Link
                        key={id}
                        href={`/cases/${id}`}
                        className="text-accent-text underline-offset-2 hover:underline"
                      >
                        {number}
                      </Link>
                    ))}
                  </span>
                ),
            },
          ]}
        />
      </Panel>
      <div className="grid gap-4 lg:grid-cols-2">
        <Panel title="Would be erased" flush>
          <ul className="divide-y text-sm">
            {going.map(({ label, ids }) => (
              <Line key={label} what={label} count={ids.length} />
            ))}
            {letters.length > 0 && <Line what="Letters that name the patient or a case" count={letters.length} />}
            <Line what="Entries of the audit log, redacted" count={auditEntries} />
            {keptCases.length === 0 && <Line what="Reference, replaced by a pseudonym" count={1} />}
          </ul>
        </Panel>
        <Panel title="Would be kept, and why" flush>
          {keptCases.length + keptLines.length === 0 ? (
            <p className="p-4 text-sm">Nothing: no law asks for it.</p>
          ) : (
            <ul className="divide-y text-sm">
              {keptCases.map(({ id, number, keptUntil, isImplantable }) => (
                <li key={id} className="px-4 py-2">
                  <p className="flex flex-wrap items-center gap-2">
                    <span className="font-medium">{number}: prescription and statement</span>
                    {keptUntil && (
                      <StatusBadge tone="info">
                        until <DateTime iso={keptUntil} format="date" />
                      </StatusBadge>
                    )}
                  </p>
                  <p className="text-muted">
                    {isImplantable ? "Implantable device, 15 years" : "Custom-made device, 10 years"} from delivery:
                    Regulation (EU) 2017/745, Annex XIII. Under the reference alone.
                  </p>
                </li>
              ))}
              {keptLines.map(({ id, invoice, keptUntil }) => (
                <li key={id} className="px-4 py-2">
                  <p className="flex flex-wrap items-center gap-2">
                    <span className="font-medium">{invoice}: the reference on a line</span>
                    {keptUntil && (
                      <StatusBadge tone="info">
                        until <DateTime iso={keptUntil} format="date" />
                      </StatusBadge>
                    )}
                  </p>
                  <p className="text-muted">Invoices are kept by tax law; they bear the reference, not the name.</p>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}

function Line({ what, count }: { what: string; count: number }) {
  return (
    <li className="flex justify-between gap-4 px-4 py-2">
      <span>{what}</span>
      <span className="tabular-nums">{count}</span>
    </li>
  );
}
