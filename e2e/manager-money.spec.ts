import { expect, type Page, test } from "./fixtures";

/** A practice pays in parts, is given something back, and pays several invoices with one transfer: every figure on the screens adds up. */
test("a part payment, a credit note, a refund and one payment over several invoices", async ({ openAs }) => {
  test.setTimeout(300_000);
  const manager = await openAs("manager");
  const reference = `E2E-M${Date.now()}`;

  const { invoice, total, practice } = await openUnpaid(manager);
  await manager.getByRole("button", { name: "Record payment" }).click();
  const dialog = manager.getByRole("dialog");
  await dialog.getByLabel(/^Amount/).fill(pounds(total + 1));
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await expect(dialog.getByText(/is still owed on this invoice/)).toBeVisible();
  await dialog.getByLabel(/^Amount/).fill("10.00");
  await dialog.getByLabel("Reference").fill(reference);
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await expect(dialog).toBeHidden();
  await expect(figure(manager, "Balance due")).toHaveText(money(total - 1000));

  // Everything is given back: 10 of it was paid, so 10 is left as credit.
  await manager.getByRole("button", { name: "Credit note" }).click();
  await dialog.getByRole("button", { name: "Everything" }).click();
  await expect(dialog.getByText("Left as credit").locator("..")).toContainText("£10.00");
  await dialog.getByLabel("Reason").fill("Made for the wrong patient");
  await dialog.getByLabel("E-mail address").fill("books@practice.test");
  await dialog.getByRole("button", { name: "Issue credit note" }).click();
  await expect(dialog).toBeHidden();
  await expect(figure(manager, "Balance due")).toHaveText("£0.00");
  await expect(figure(manager, "Credited")).toHaveText(money(total - 1000));
  const notes = panel(manager, "Credit notes");
  await expect(notes).toContainText("£10.00 left as credit");
  const paper = await manager.request.get(
    (await notes.getByRole("link", { name: /^PDF/ }).getAttribute("href")) as string,
  );
  expect(paper.headers()["content-type"]).toBe("application/pdf");

  await notes.getByRole("button", { name: "Refund" }).click();
  await dialog.getByLabel(/^Amount/).fill("4.00");
  await dialog.getByLabel("Reason").fill("Asked for it back");
  await dialog.getByRole("button", { name: "Book refund" }).click();
  await expect(dialog).toBeHidden();
  await expect(notes).toContainText("£6.00 left as credit");
  await expect(panel(manager, "Refunds")).toContainText("£4.00");

  // One transfer over the practice's two oldest invoices, with 5 too much.
  await manager.goto("/invoices/payments/new");
  await manager.getByRole("combobox", { name: "Practice" }).click();
  await manager.getByPlaceholder("Name or code").fill(practice);
  await manager.getByRole("option", { name: new RegExp(practice) }).click();
  await expect(manager.getByText("The practice has credit")).toBeVisible();
  await expect(manager.getByText(invoice, { exact: true })).toBeHidden();
  const rows = manager.getByRole("group", { name: "Open invoices" }).getByRole("listitem");
  const owed = [await owedOn(rows.nth(0)), await owedOn(rows.nth(1))] as [number, number];
  const sum = owed[0] + owed[1];
  await manager.getByLabel(/^Amount \(/).fill(pounds(sum + 500));
  await expect(rows.nth(0).getByRole("textbox")).toHaveValue(pounds(owed[0]));
  await expect(rows.nth(1).getByRole("textbox")).toHaveValue(pounds(owed[1]));
  if ((await rows.count()) > 2) await rows.nth(2).getByRole("textbox").fill("");
  await expect(manager.getByText("Left as credit").locator("..")).toContainText("£5.00");
  await manager.getByLabel("Reference").fill(`${reference}-2`);
  await manager.getByRole("button", { name: "Record payment" }).click();
  await manager.waitForURL(/\/invoices\/payments\/[0-9a-f-]{36}$/);
  await expect(figure(manager, "On invoices")).toHaveText(money(sum));
  await expect(figure(manager, "Left as credit")).toHaveText("£5.00");
  await expect(manager.getByRole("row").filter({ hasText: "Paid" })).toHaveCount(2);

  await manager.goto(`/invoices/payments?q=${reference}`);
  await expect(manager.getByRole("row").filter({ hasText: reference })).toHaveCount(2);
  await expect(manager.getByRole("row").filter({ hasText: `${reference}-2` })).toContainText(money(sum + 500));
});

const money = (pence: number) =>
  new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" }).format(pence / 100);
const pounds = (pence: number) => (pence / 100).toFixed(2);
const pence = (text: string) => Math.round(Number(text.replaceAll(/[^\d.]/g, "")) * 100);

/** The part of a screen under a heading. */
const panel = (page: Page, name: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** The figure beside its name in a list of figures. */
const figure = (page: Page, term: string) =>
  page
    .locator("dl > div")
    .filter({ has: page.locator("dt").getByText(term, { exact: true }) })
    .locator("dd");

const owedOn = async (row: ReturnType<Page["getByRole"]>) =>
  pence((await row.getByText(/^£/).first().textContent()) as string);

/** Opens an invoice on which nothing was paid, of a practice with others open. */
async function openUnpaid(page: Page): Promise<{ invoice: string; total: number; practice: string }> {
  await page.goto("/invoices/payments/new");
  await page.getByRole("combobox", { name: "Practice" }).click();
  const option = page
    .getByRole("option")
    .filter({ hasText: /\d\d open invoices/ })
    .first();
  const practice = ((await option.textContent()) as string).replace(/[A-Z]+-\d+ · .*$/, "").trim();
  await option.click();
  const row = page.getByRole("group", { name: "Open invoices" }).getByRole("listitem").last();
  const invoice = ((await row.textContent()) as string).match(/INV-\d{4}-\d{6}/)?.[0] as string;
  await page.goto(`/invoices?q=${invoice}`);
  await page.getByRole("link", { name: invoice }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(invoice);
  return { invoice, total: pence((await figure(page, "Total").textContent()) as string), practice };
}
