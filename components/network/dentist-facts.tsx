import Link from "next/link";
import type { DentistDetail } from "@/lib/network/dentist-figures";
import { Panel } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { DateTime } from "../ui/time";

/** How to reach a dentist, who verified the licence, and where they work on which terms. */
export function DentistFacts({ dentist }: { dentist: DentistDetail }) {
  return (
    <div className="flex flex-col gap-4">
      <Panel title="Dentist">
        <DescriptionList
          items={[
            { term: "E-mail", value: dentist.email && <span className="break-all">{dentist.email}</span> },
            { term: "Phone", value: dentist.phone },
            { term: "Portal", value: dentist.hasAccount ? "Has an account" : "No account" },
            {
              term: "Licence verified",
              value: dentist.verifiedAt ? (
                <>
                  <DateTime iso={dentist.verifiedAt.toISOString()} format="date" />
                  {dentist.verifiedBy && ` by ${dentist.verifiedBy}`}
                </>
              ) : (
                "Not yet"
              ),
            },
          ]}
        />
      </Panel>
      <Panel title="Practices" flush>
        <ul className="divide-y">
          {dentist.practices.map((practice) => (
            <li key={practice.id} className="px-4 py-2.5 text-sm">
              <Link href={`/practices/${practice.id}`} className="font-medium underline-offset-2 hover:underline">
                {practice.name}
              </Link>
              <p className="text-xs text-muted">
                {practice.discountPercent
                  ? `${Number(practice.discountPercent)} % discount`
                  : "The practice's discount"}
                {" · "}
                {practice.priceList ?? "the practice's prices"}
                {practice.startedOn && (
                  <>
                    {" · from "}
                    <DateTime iso={practice.startedOn} format="date" />
                  </>
                )}
                {practice.endedOn && (
                  <>
                    {" · until "}
                    <DateTime iso={practice.endedOn} format="date" />
                  </>
                )}
              </p>
            </li>
          ))}
          {dentist.practices.length === 0 && <li className="px-4 py-3 text-sm text-muted">Works at no practice.</li>}
        </ul>
      </Panel>
    </div>
  );
}
