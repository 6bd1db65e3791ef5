import { expect, type Page, test } from "./fixtures";
import { receiveInPan } from "./pages/intake";
import { OwnInstallation } from "./pages/own-installation";

const ADMIN = { email: "maria@nordlicht.test", password: "a password of length" };

const next = (page: Page, to: string) => page.getByRole("button", { name: `Next: ${to}` }).click();

test("an empty installation becomes a lab by the guided set-up, receives its first case, and comes back from its backup", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const installation = await OwnInstallation.make();
  const visit = async () => (await browser.newContext({ baseURL: installation.address })).newPage();
  try {
    const code = await installation.startEmpty();
    const admin = await visit();
    await openLab(admin, code);
    await goThroughSteps(admin);
    const number = await receiveFirstCase(admin);

    const stranger = await visit();
    expect((await stranger.goto("/setup"))?.status()).toBe(404);

    const backedUp = await installation.run("lib/setup/backup.ts", installation.backups);
    const folder = backedUp.split("\n").find((line) => line.startsWith(installation.backups)) as string;
    await installation.stop();
    installation.destroy();
    expect(await installation.run("lib/setup/restore.ts", folder)).toMatch(/[1-9]\d* rows and 1 files, compared\./);

    await installation.start();
    const again = await visit();
    await again.goto("/sign-in");
    await again.getByLabel("E-mail", { exact: true }).fill(ADMIN.email);
    await again.getByLabel("Password", { exact: true }).fill(ADMIN.password);
    await again.getByRole("button", { name: "Sign in", exact: true }).click();
    await again.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    await again.goto("/cases");
    await again.getByRole("link", { name: number }).click();
    await expect(again.getByText("FIRST-1").first()).toBeVisible();
    await again.getByRole("link", { name: "Files", exact: true }).click();
    await expect(again.getByText("rx.pdf").first()).toBeVisible();
  } finally {
    await installation.end();
  }
});

async function openLab(page: Page, code: string) {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await page.getByLabel("One-time code").fill("0000-0000-0000");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("This code does not hold")).toBeVisible();
  await page.getByLabel("One-time code").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Go on" }).click();

  await page.getByLabel("Name of the lab").fill("Nordlicht Zahntechnik");
  await page.getByLabel("Street address").fill("Hafenstraße 1");
  await page.getByLabel("Postcode").fill("24103");
  await page.getByLabel("Country").selectOption({ label: "Germany" });
  await expect(page.getByLabel("Currency")).toHaveValue("EUR");
  await page.getByRole("button", { name: "Keep and go on" }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();

  // Left and taken up again: the code brings back what was written of the lab.
  await page.reload();
  await page.getByLabel("One-time code").fill(code);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByLabel("Name of the lab")).toHaveValue("Nordlicht Zahntechnik");
  await page.getByRole("button", { name: "Keep and go on" }).click();
  await page.getByLabel("Your name").fill("Maria Sand");
  await page.getByLabel("E-mail").fill(ADMIN.email);
  await page.getByLabel("Password").fill(ADMIN.password);
  await page.getByRole("button", { name: "Open the lab" }).click();
  await page.waitForURL("**/settings/setup");
}

async function goThroughSteps(page: Page) {
  await expect(page.getByText("Not ready yet")).toBeVisible();
  await page.getByRole("link", { name: "Hours and closing days" }).click();
  await page.getByLabel("Opens").fill("07:30");
  await page.getByRole("button", { name: "Save hours" }).click();
  await expect(page.getByText("Saved. New promises count by it.")).toBeVisible();
  await page.getByRole("textbox", { name: "Why" }).fill("New Year's Day");
  await page.getByLabel(/^Day/).fill(`${new Date().getUTCFullYear() + 1}-01-01`);
  await page.getByRole("button", { name: "Add closing day" }).click();
  await expect(page.getByRole("list", { name: "Closing days" })).toContainText("New Year's Day");
  await next(page, "Departments");
  await page.getByRole("button", { name: "Keep these departments" }).click();

  await page.getByRole("button", { name: "Edit Crown", exact: true }).click();
  await page.getByRole("button", { name: "Take Sintering out" }).click();
  await page.getByLabel("Days of Design").fill("1.5");
  await page.getByRole("button", { name: "Save template" }).click();
  await expect(page.getByText("Crown saved")).toBeVisible();
  await next(page, "Price list");

  await page.getByLabel("Times (%)").fill("110");
  await page.getByLabel("Tax rate (%)").fill("7");
  await page.getByRole("button", { name: "Make the price list" }).click();
  await expect(page.getByText(/has 21 prices in EUR/)).toBeVisible();
  await next(page, "People");

  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Tom Technician");
  await page.getByLabel("E-mail").fill("tom@nordlicht.test");
  await page.getByLabel("Role").selectOption({ label: "Technician" });
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByText(/\/reset-password\?token=/)).toBeVisible();
  await next(page, "Practices and dentists");

  await page.getByRole("textbox", { name: "Practice", exact: true }).fill("Praxis Förde");
  await page.getByLabel("Street address").fill("Uferweg 2");
  await page.getByLabel("Postcode").fill("24105");
  await page.getByRole("textbox", { name: "Dentist", exact: true }).fill("Dr Inga Moor");
  await page.getByLabel("Licence number").fill("ZA-1001");
  await page.getByRole("button", { name: "Add practice and dentist" }).click();
  await expect(page.getByRole("list", { name: "Practices" })).toContainText("Dr Inga Moor");
  await next(page, "see whether the lab is ready");
  await expect(page.getByText("Ready to receive a case")).toBeVisible();
}

/** Answers the number of the case. */
async function receiveFirstCase(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Enter the first case" }).click();
  await page.getByRole("combobox", { name: "Practice" }).click();
  await page.getByRole("option", { name: /Praxis Förde/ }).click();
  await expect(page.getByText("Praxis Förde").first()).toBeVisible();
  await page.getByLabel("Patient reference").fill("FIRST-1");
  await page.getByLabel("Material").first().selectOption({ label: "Zirconia, full contour" });
  await page.getByLabel("Shade", { exact: true }).first().selectOption("A2");
  await page.getByRole("button", { name: /^14,/ }).click();
  await page
    .getByLabel("Files", { exact: true })
    .setInputFiles({ name: "rx.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await expect(page.getByRole("complementary", { name: "Summary" })).toContainText("Complete. Ready to submit.");
  await page.getByRole("button", { name: "Submit case" }).click();
  await page.waitForURL(/\/sent\//);
  const number = (await page.getByText(/^C-\d{4}-000001$/).textContent()) as string;
  await receiveInPan(page, number, "PAN-1");
  await page.goto("/settings/templates");
  await expect(page.getByRole("list", { name: "Templates for new cases" })).toContainText("1 running");
  return number;
}
