import { expect, type Page, signIn, test } from "./fixtures";
import { linkInLetter } from "./pages/letters";

/** The smallest PDF that a reader opens. */
const PDF =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/** A stranger becomes a partner: applies, proves the address, is asked, checked and approved, sets a password, sends a case. */
test("an application becomes a first case", async ({ openAs, browser, baseURL }) => {
  test.setTimeout(240_000);
  const mark = Date.now().toString(36);
  const email = `applicant-${mark}@practice.casepan.test`;
  const name = `Dr Wren ${mark}`;
  const admin = await openAs("admin");

  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } });
  const applicant = await context.newPage();
  await fillForm(applicant, { email, name, mark });
  await applicant.getByRole("button", { name: "Send application" }).click();
  await expect(applicant.getByText("Look into your mail")).toBeVisible();

  const manager = await openAs("manager");
  await manager.goto("/applications");
  await expect(manager.getByRole("heading", { level: 1, name: "Applications" })).toBeVisible();
  await expect(manager.getByRole("link", { name })).toBeHidden();

  const application = await linkInLetter(admin, email, /^Confirm your application/);
  await applicant.goto(application);
  await applicant.getByRole("button", { name: "Confirm my application" }).click();
  await expect(applicant.getByText("waits to be reviewed")).toBeVisible();

  await manager.getByRole("link", { name }).click();
  await expect(manager.getByRole("heading", { level: 1, name })).toBeVisible();
  const document = await manager.getByRole("link", { name: /licence\.pdf/ }).getAttribute("href");
  expect((await manager.request.get(document as string)).headers()["content-type"]).toBe("application/pdf");
  expect((await applicant.request.get(document as string)).status()).toBe(401);
  await manager.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(manager.getByText("The licence has not been checked")).toBeVisible();
  await manager.keyboard.press("Escape");
  await manager.getByRole("button", { name: "Ask", exact: true }).click();
  await manager.getByLabel("Question").fill("Which scanner do you use?");
  await manager.getByRole("button", { name: "Send question" }).click();
  await expect(manager.getByText("Which scanner do you use?").first()).toBeVisible();
  await applicant.reload();
  await applicant.getByLabel("Your answer").fill("An intraoral one.");
  await applicant.getByRole("button", { name: "Send answer" }).click();
  await expect(manager.getByText("An intraoral one.")).toBeVisible();

  await manager.getByRole("button", { name: "Licence is valid" }).click();
  await expect(manager.getByRole("button", { name: "Check again" })).toBeVisible();
  await manager.getByRole("button", { name: "Approve", exact: true }).click();
  const dialog = manager.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Enter as new" }).check({ force: true });
  await dialog.getByLabel("Discount in %").fill("5");
  await dialog.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(manager.getByRole("link", { name: "Open the practice" })).toBeVisible();

  await applicant.goto(await linkInLetter(admin, email, /^Welcome to/));
  await applicant.getByLabel("New password", { exact: true }).fill("a long password of my own");
  await applicant.getByRole("button", { name: /password/i }).click();
  await applicant.waitForURL(/\/sign-in/);
  await signIn(applicant, email, "a long password of my own");
  await expect(applicant).toHaveURL(/\/portal/);
  await applicant.goto("/portal/practice");
  await expect(applicant.getByRole("heading", { level: 1, name: `Wren Dental ${mark}` })).toBeVisible();
  await sendFirstCase(applicant, `FIRST-${mark}`);
  await context.close();
});

async function fillForm(
  page: Page,
  { email, name, mark }: { email: string; name: string; mark: string },
): Promise<void> {
  await page.goto("/apply/northlight");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Phone", exact: true }).fill("0141 555 0177");
  await page.getByLabel("Licence number").fill(`E2E-${mark}`);
  await page.getByLabel("Issued by").fill("General Dental Council");
  await page.getByRole("textbox", { name: "Practice", exact: true }).fill(`Wren Dental ${mark}`);
  await page.getByLabel("Street address").fill("5 Aviary Lane");
  await page.getByLabel("Town").fill("Glasgow");
  await page.getByLabel("Postcode").fill("G99 1AA");
  await page.getByRole("button", { name: "Send application" }).click();
  await expect(page.getByText("Add a copy of your licence.").first()).toBeVisible();
  await page
    .getByLabel(/^Licence and other documents/)
    .setInputFiles({ name: "licence.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) });
  await expect(page.getByText("licence.pdf")).toBeVisible();
}

async function sendFirstCase(page: Page, patient: string): Promise<void> {
  await page.goto("/portal/new");
  await page.getByLabel("Patient reference").fill(patient);
  await page.getByLabel("Material").first().selectOption({ label: "Zirconia, full contour" });
  await page.getByLabel("Shade").first().selectOption("A2");
  await page.getByRole("button", { name: /^14,/ }).click();
  await page.getByRole("button", { name: "Submit case" }).click();
  await page.waitForURL(/\/sent\//);
  await expect(page.getByText(/^C-\d{4}-\d{6}$/)).toBeVisible();
}
