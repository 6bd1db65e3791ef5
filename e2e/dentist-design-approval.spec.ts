import { devices } from "@playwright/test";
import { expect, type Page, test } from "./fixtures";
import { completeStages, openByScan } from "./pages/bench";
import { openSent, prescribeCrowns, receiveInPan } from "./pages/intake";

/** The technician's question, the dentist's no and yes at the phone, and the stage that waits for them. */
test("a design is rejected with words, made again and approved, and the stage waits meanwhile", async ({ openAs }) => {
  test.setTimeout(240_000);
  const dentist = await openAs("dentist", devices["Pixel 7"]);
  const patient = `E2E-A${Date.now()}`;
  const number = await prescribeCrowns(dentist, patient, [14]);
  const id = await openSent(dentist, patient);
  const staff = await openAs("staff");
  await receiveInPan(staff, number, patient);

  const technician = await openAs("technician", { viewport: { width: 820, height: 1180 } });
  await openByScan(technician, number);
  await completeStages(technician, ["Impression scan"]);
  await ask(technician, id, "design-1.png", "Is the contact to 15 tight enough?");

  await openByScan(technician, number);
  await technician.getByRole("button", { name: "Start", exact: true }).click();
  await expect(technician.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await expect(technician.getByText("It leaves the stage when the dentist has answered")).toBeVisible();
  await expect(technician.getByRole("button", { name: "Complete", exact: true })).toHaveCount(0);
  await expect(technician.getByRole("heading", { level: 2, name: "Design", exact: true })).toBeVisible();

  await dentist.goto("/portal");
  await dentist
    .getByRole("link", { name: new RegExp(patient) })
    .first()
    .click();
  const question = dentist.getByRole("region", { name: "Waiting for your answer" });
  await expect(question).toContainText("Is the contact to 15 tight enough?");
  await expect(question.getByRole("link", { name: /design-1\.png/ })).toBeVisible();
  await question.getByRole("button", { name: "Reject" }).click();
  await question.getByLabel("What should be different").fill("Too bulky at the palatal side");
  await question.getByRole("button", { name: "Reject the design" }).click();
  await expect(question).toBeHidden();

  await technician.goto(`/cases/${id}`);
  await expect(technician.getByText("Too bulky at the palatal side").first()).toBeVisible();
  await ask(technician, id, "design-2.png", "Slimmer now. Good to mill?");
  await dentist.goto(`/portal/cases/${id}`);
  await question.getByRole("button", { name: "Approve", exact: true }).click();
  await question.getByRole("button", { name: "Approve the design" }).click();
  await expect(question).toBeHidden();
  await expect(dentist.getByText("Design approved").first()).toBeVisible();

  await openByScan(technician, number);
  await completeStages(technician, ["Design"]);
  await expect(technician.getByRole("heading", { level: 2, name: "Milling", exact: true })).toBeVisible();
});

/** Asks from the case page, with a picture that is added on the way. */
async function ask(page: Page, caseId: string, picture: string, words: string): Promise<void> {
  await page.goto(`/cases/${caseId}`);
  await page.getByRole("button", { name: "Ask for approval" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Files to add")
    .setInputFiles({ name: picture, mimeType: "image/png", buffer: Buffer.from(PNG, "base64") });
  await dialog.getByRole("checkbox", { name: picture }).check();
  await dialog.getByLabel("What is asked").fill(words);
  await dialog.getByRole("button", { name: "Ask the dentist" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Waits for approval").first()).toBeVisible();
}

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
