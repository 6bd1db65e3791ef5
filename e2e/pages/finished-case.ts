import type { Page } from "../fixtures";
import { expect } from "../fixtures";
import { answerChecklist, completeStages, openByScan } from "./bench";

/** A night guard of a practice without a dentist yet, from the telephone to the checked work that waits to be shipped; answers its number. */
export async function finishNightGuard(staff: Page, technician: Page, practice: string): Promise<string> {
  const mark = Date.now().toString(36);
  await staff.goto(`/practices?q=${encodeURIComponent(practice)}`);
  await staff.getByRole("link", { name: practice }).click();
  await staff
    .getByRole("button", { name: /Add dentist/ })
    .first()
    .click();
  await staff.getByLabel("Name").last().fill(`Dr Quill ${mark}`);
  await staff.getByLabel("Licence number").fill(`E2E-${mark}`);
  await staff.getByRole("button", { name: /^Add/ }).last().click();
  await expect(staff.getByText(`Dr Quill ${mark}`).first()).toBeVisible();

  await staff.goto("/cases/new");
  await staff.getByRole("combobox", { name: "Practice" }).click();
  await staff.getByPlaceholder("Name, code or postcode").fill(practice);
  await staff.getByRole("option", { name: new RegExp(practice) }).click();
  await staff.getByLabel("Patient reference").fill(`E2E-${mark}`);
  await staff.getByLabel("Restoration").selectOption({ label: "Night guard" });
  await staff.getByLabel("Material").first().selectOption({ label: "Acrylic" });
  await staff.getByRole("button", { name: "Upper arch" }).click();
  await staff
    .getByRole("button", { name: "Physical" })
    .or(staff.getByRole("radio", { name: "Physical" }))
    .first()
    .click({ force: true });
  await staff.getByRole("button", { name: "Submit case" }).click();
  await staff.waitForURL(/\/sent\//);
  const number = (await staff.getByText(/^C-\d{4}-\d{6}$/).textContent()) as string;
  await staff.goto("/receiving");
  await staff.getByLabel("Scan a ticket or a pan to open its case").fill(number);
  await staff.keyboard.press("Enter");
  await staff.getByRole("button", { name: /^Receive/ }).click();
  await expect(staff.getByRole("link", { name: /ticket/i })).toBeVisible();

  await openByScan(technician, number);
  await completeStages(technician, ["Impression scan", "Design"]);
  await answerChecklist(technician);
  await technician.getByRole("button", { name: "Pass", exact: true }).click();
  await expect(technician.getByRole("heading", { level: 2, name: "Quality control" })).toBeHidden();
  return number;
}
