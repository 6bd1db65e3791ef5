import type { Context } from "@/lib/access/action";
import { Refusal } from "@/lib/access/errors";
import type { CaseStatus } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import { readScan } from "./scan-code";
import type { ScanInput } from "./schema";

export type ScannedCase = { id: string; number: string; status: CaseStatus };

/**
 * The case behind a scanned or typed code: its number or the address on its ticket, or the pan that carries it. Refuses with
 * `not_found`, saying what was read.
 */
export async function findScanned({ tx }: Context, { code }: ScanInput): Promise<ScannedCase> {
  const read = readScan(code);
  const condition =
    "caseId" in read
      ? sql`c.id = ${read.caseId}::uuid`
      : "number" in read
        ? sql`c.number = ${read.number}`
        : sql`c.status NOT IN ('delivered', 'cancelled') AND c.pan_id = (SELECT id FROM pans WHERE upper(code) = upper(${read.pan}::text))`;
  const found = await tx.row<ScannedCase>(sql`SELECT c.id, c.number, c.status FROM cases c WHERE ${condition}`);
  if (found) return found;
  const words =
    "pan" in read
      ? `No case and no pan in use has the code “${read.pan}”.`
      : "This code belongs to no case of this lab.";
  throw new Refusal("not_found", words);
}
