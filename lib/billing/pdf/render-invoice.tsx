import { renderToBuffer } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../invoice-detail";
import { InvoicePaper } from "./invoice-paper";

/** The PDF of an invoice with the lab's locale (BCP 47), and the name to save it under. The same invoice gives the same bytes. */
export async function renderInvoice(invoice: InvoiceDetail, locale: string): Promise<{ name: string; pdf: Buffer }> {
  const pdf = await renderToBuffer(<InvoicePaper invoice={invoice} locale={locale} />);
  return { name: `${invoice.number ?? `draft-${invoice.id.slice(-6)}`}.pdf`, pdf };
}
