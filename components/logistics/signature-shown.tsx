import { pathOf } from "@/lib/logistics/signature";
import { readSignature } from "@/lib/logistics/signature-schema";

/** A kept signature as a drawing; words when there is none. */
export function SignatureShown({ kept, receiver }: { kept: string | null; receiver: string | null }) {
  const signature = readSignature(kept);
  if (!signature) return <p className="text-sm text-muted">No signature was kept.</p>;
  return (
    <svg
      role="img"
      aria-label={`Signature of ${receiver ?? "the receiver"}`}
      viewBox={`0 0 ${signature.width} ${signature.height}`}
      className="max-h-40 w-full max-w-sm rounded-md border bg-surface"
    >
      <path
        d={pathOf(signature)}
        fill="none"
        stroke="currentColor"
        strokeWidth={2.2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
