import { z } from "zod";

export const issueStatementSchema = z.strictObject({
  caseId: z.uuid(),
  /** Requirements of Annex I that are not fully met, and why; left out, as before. */
  exceptions: z.string().trim().max(2000, "At most 2,000 characters.").optional(),
});
export type IssueStatementInput = z.output<typeof issueStatementSchema>;
