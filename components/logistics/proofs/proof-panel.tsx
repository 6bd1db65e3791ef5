import { Printer } from "lucide-react";
import type { Proof } from "@/lib/logistics/proofs/proofs-of";
import { LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { ProofFacts } from "./proof-facts";

/** The proofs of a case; nothing before one was given. `base` is the case's own address. */
export function ProofPanel({ proofs, base }: { proofs: readonly Proof[]; base: string }) {
  if (proofs.length === 0) return null;
  return (
    <Panel
      title="Proof of delivery"
      actions={
        <LinkButton href={`${base}/proof`} size="sm" icon={<Printer aria-hidden />}>
          Print proof
        </LinkButton>
      }
    >
      <div className="flex flex-col gap-6">
        {proofs.map((proof) => (
          <ProofFacts key={proof.key} proof={proof} />
        ))}
      </div>
    </Panel>
  );
}
