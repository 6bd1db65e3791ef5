import { render } from "@react-email/components";
import type { ReactElement } from "react";

/** A letter made with react-email components, as the HTML and the plain text that are sent side by side. */
export async function letterBody(letter: ReactElement): Promise<{ html: string; text: string }> {
  const [html, text] = await Promise.all([render(letter), render(letter, { plainText: true })]);
  return { html, text };
}
