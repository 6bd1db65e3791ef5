import { extractText, getDocumentProxy } from "unpdf";

/** The text of a PDF as a reader copies it, its pages one after the other. */
export async function pdfText(pdf: Buffer): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  return (await extractText(document, { mergePages: true })).text;
}
