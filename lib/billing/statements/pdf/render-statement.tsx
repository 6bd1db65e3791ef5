import { renderToBuffer } from "@react-pdf/renderer";
import type { StatementContents } from "../send-statement";
import { StatementPaper } from "./statement-paper";

/**
 * The PDF of a statement with the lab's locale (BCP 47), and the name to save it under. `dated` is when it was made, so that what was sent
 * gives the same bytes again.
 */
export async function renderStatement(
  contents: StatementContents,
  locale: string,
  dated: Date,
): Promise<{ name: string; pdf: Buffer }> {
  const pdf = await renderToBuffer(<StatementPaper contents={contents} locale={locale} dated={dated} />);
  const code = contents.parties.practice.code.replace(/[^\w-]/g, "");
  return { name: `statement-${code}-${contents.currency}-${contents.to}.pdf`, pdf };
}
