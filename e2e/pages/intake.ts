import { expect, type Page } from "../fixtures";

/** Prescribes zirconia crowns on these teeth (FDI) as the dentist; answers the number of the case. */
export async function prescribeCrowns(dentist: Page, patient: string, teeth: readonly number[]): Promise<string> {
  await dentist.goto("/portal/new");
  await dentist.getByLabel("Patient reference").fill(patient);
  await dentist.getByLabel("Material").first().selectOption({ label: "Zirconia, full contour" });
  await dentist.getByLabel("Shade", { exact: true }).first().selectOption("A2");
  for (const tooth of teeth) await dentist.getByRole("button", { name: new RegExp(`^${tooth},`) }).click();
  await dentist
    .getByLabel("Files", { exact: true })
    .setInputFiles({ name: "rx.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await expect(dentist.getByRole("complementary", { name: "Summary" })).toContainText("Complete. Ready to submit.");
  await dentist.getByRole("button", { name: "Submit case" }).click();
  await dentist.waitForURL(/\/sent\//);
  return (await dentist.getByText(/^C-\d{4}-\d{6}$/).textContent()) as string;
}

/** Opens the case that was just sent; answers its id. */
export async function openSent(dentist: Page, patient: string): Promise<string> {
  await dentist.getByRole("link", { name: "Open the case" }).click();
  await expect(dentist.getByRole("heading", { level: 1 })).toContainText(patient);
  return dentist.url().split("/").pop() as string;
}

/** Receives a case at the front desk, in a pan of its own. */
export async function receiveInPan(staff: Page, number: string, pan: string): Promise<void> {
  await staff.goto("/receiving");
  await staff.getByLabel("Scan a ticket or a pan to open its case").fill(number);
  await staff.keyboard.press("Enter");
  await staff.waitForURL(/\/receiving\/[0-9a-f-]{36}/);
  await staff.getByLabel("Pan", { exact: true }).fill(pan);
  await staff.keyboard.press("Enter");
  await staff.getByRole("button", { name: `Make pan ${pan}` }).click();
  await staff.getByRole("button", { name: /^Receive/ }).click();
  await expect(staff.getByRole("link", { name: /ticket/i })).toBeVisible();
}
