import { expect, type Page } from "../fixtures";

/** The link of the newest letter of a subject to an address, as an admin reads it where no mail is sent. Waits for the letter. */
export async function linkInLetter(admin: Page, to: string, subject: RegExp): Promise<string> {
  let link = "";
  await expect(async () => {
    await admin.goto(`/outbox?q=${encodeURIComponent(to)}`);
    await admin.getByRole("link", { name: subject }).first().click({ timeout: 5000 });
    const text = await admin.locator("pre").textContent({ timeout: 5000 });
    link = /https?:\/\/\S+token=[\w-]+/.exec(text ?? "")?.[0] ?? "";
    expect(link).not.toBe("");
  }).toPass({ timeout: 60_000 });
  const { pathname, search } = new URL(link);
  return pathname + search;
}

/** The name of the PDF in the newest letter of a subject to an address, as an admin reads it. Waits for the letter. */
export async function pdfInLetter(admin: Page, to: string, subject: RegExp): Promise<string> {
  let name = "";
  await expect(async () => {
    await admin.goto(`/outbox?q=${encodeURIComponent(to)}`);
    await admin.getByRole("link", { name: subject }).first().click({ timeout: 5000 });
    name = (await admin.getByRole("link", { name: /\.pdf$/ }).textContent({ timeout: 5000 })) ?? "";
  }).toPass({ timeout: 60_000 });
  return name;
}
