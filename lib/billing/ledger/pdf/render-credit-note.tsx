import { renderToBuffer } from "@react-pdf/renderer";
import type { CreditNoteDetail } from "../credit-notes";
import { CreditNotePaper } from "./credit-note-paper";

/** The PDF of a credit note in the lab's locale (BCP 47), and the name to save it under. The same note gives the same bytes. */
export async function renderCreditNote(note: CreditNoteDetail, locale: string): Promise<{ name: string; pdf: Buffer }> {
  return { name: `${note.number}.pdf`, pdf: await renderToBuffer(<CreditNotePaper note={note} locale={locale} />) };
}
