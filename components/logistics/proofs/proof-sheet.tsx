import type { CaseRecord } from "@/lib/cases/record-queries";
import type { Proof } from "@/lib/logistics/proofs/proofs-of";
import { ProofFacts } from "./proof-facts";

type ProofSheetProps = {
  lab: string;
  found: Pick<CaseRecord, "number" | "patient" | "dentist" | "practice">;
  proofs: readonly Proof[];
};

/** The proofs of a case on paper. */
export function ProofSheet({ lab, found, proofs }: ProofSheetProps) {
  return (
    <article className="mx-auto flex max-w-3xl flex-col gap-6 rounded-lg border bg-surface p-6 print:border-0 print:p-0">
      <header>
        <p className="text-sm text-muted">{lab}</p>
        <h2 className="text-xl font-semibold">Proof of delivery</h2>
        <p className="text-sm tabular-nums">
          Case {found.number} · {found.patient.reference} · {found.dentist.fullName} · {found.practice.name}
        </p>
      </header>
      {proofs.map((proof) => (
        <section key={proof.key} className="break-inside-avoid border-t pt-4">
          <ProofFacts proof={proof} />
        </section>
      ))}
    </article>
  );
}
