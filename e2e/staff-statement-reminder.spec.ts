import { expect, type Page, test } from "./fixtures";
import { pdfInLetter } from "./pages/letters";

/** Practices of the demonstration that pay late, and that no other journey touches. */
const LATE = "Auldgate Dental";
const LATE_ADDRESS = "accounts@auldgate.casepan.test";
const SOON_PAID = "Kelso Road Dentists";
const WITHOUT_ADDRESS = "Whinhill Dental Care";

const reminder = (page: Page, practice: string) =>
  page.getByRole("region", { name: "Reminders due" }).getByRole("row").filter({ hasText: practice });

test("the front desk sends a statement and a second reminder, and a payment takes an invoice off the list", async ({
  openAs,
}) => {
  test.setTimeout(240_000);
  const staff = await openAs("staff");
  const admin = await openAs("admin");

  await test.step("what a practice owes is seen by age, and its statement sent", async () => {
    await staff.goto("/invoices/statements?q=auldgate");
    const row = staff.getByRole("region", { name: "Balances" }).getByRole("row").filter({ hasText: LATE });
    await expect(row).toContainText("£620.00");
    await expect(row).toContainText("£612.50");
    await expect(staff.getByRole("region", { name: "Total GBP" })).toContainText("1 account");
    await row.getByRole("link", { name: LATE }).click();
    await expect(staff.getByRole("heading", { level: 1, name: `Account of ${LATE}` })).toBeVisible();
    await expect(staff.getByText("Over 90 days", { exact: true })).toBeVisible();
    await expect(staff.getByText(/They say two crowns came back/)).toBeVisible();
    await staff.getByRole("button", { name: "Send statement" }).click();
    const dialog = staff.getByRole("dialog");
    await expect(dialog.getByLabel("E-mail address")).toHaveValue(LATE_ADDRESS);
    const preview = await staff.request.get(
      (await dialog.getByRole("link", { name: "Preview" }).getAttribute("href")) ?? "",
    );
    expect(preview.headers()["content-type"]).toBe("application/pdf");
    await dialog.getByRole("button", { name: "Send statement" }).click();
    await expect(dialog.getByRole("status")).toHaveText("1 sent");
    await staff.keyboard.press("Escape");
    expect(await pdfInLetter(admin, LATE_ADDRESS, /^Statement as of/)).toMatch(/^statement-PR-091-GBP-.*\.pdf$/);
  });

  await test.step("the next level is due and goes out, those without an address stay on top", async () => {
    await staff.goto("/invoices/statements/reminders");
    await expect(reminder(staff, WITHOUT_ADDRESS)).toContainText("no address");
    await expect(reminder(staff, LATE)).toContainText("Level 2");
    await reminder(staff, LATE).getByRole("checkbox").check();
    await staff.getByRole("button", { name: "Send reminders" }).click();
    const dialog = staff.getByRole("dialog", { name: "Reminders" });
    await expect(dialog).toContainText(`Level 2 to ${LATE_ADDRESS}`);
    await staff.keyboard.press("Escape");
    await expect(reminder(staff, LATE)).toBeHidden();
    expect(await pdfInLetter(admin, LATE_ADDRESS, /^Second reminder/)).toMatch(/\.pdf$/);
  });

  await test.step("an invoice that is paid is not reminded of", async () => {
    await expect(reminder(staff, SOON_PAID)).toContainText("Level 1");
    await reminder(staff, SOON_PAID).getByRole("link", { name: SOON_PAID }).click();
    await expect(staff.getByRole("heading", { level: 1, name: `Account of ${SOON_PAID}` })).toBeVisible();
    await staff.getByRole("link", { name: /^INV-/ }).first().click();
    await staff.getByRole("button", { name: "Record payment" }).first().click();
    await staff.getByRole("dialog").getByRole("button", { name: "Record payment" }).click();
    await expect(staff.getByText("Paid").first()).toBeVisible();
    await staff.goto("/invoices/statements/reminders");
    await expect(reminder(staff, WITHOUT_ADDRESS)).toBeVisible();
    await expect(reminder(staff, SOON_PAID)).toBeHidden();
  });
});
