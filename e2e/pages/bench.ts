import { expect, type Page } from "../fixtures";

/** Opens a case at the bench the way a scanner does: its number typed into the scan field, then Enter. */
export async function openByScan(page: Page, number: string): Promise<void> {
  await page.goto("/bench");
  await page.getByLabel("Scan a ticket or a pan to open its case").fill(number);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
}

/** Starts and completes the stages, one after the other, of everything that stands at them. */
export async function completeStages(page: Page, stages: readonly string[]): Promise<void> {
  for (const stage of stages) {
    await expect(page.getByRole("heading", { level: 2, name: stage, exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await page.getByRole("button", { name: "Complete", exact: true }).click();
    await expect(page.getByRole("heading", { level: 2, name: stage, exact: true })).toBeHidden();
  }
}

/** Starts and completes one stage of a case whose other items stand elsewhere. */
export async function completeBeside(page: Page, stage: string): Promise<void> {
  const heading = page.getByRole("heading", { level: 2, name: stage, exact: true });
  const card = page.locator("section").filter({ has: heading }).last();
  await card.getByRole("button", { name: "Start", exact: true }).click();
  await card.getByRole("button", { name: "Complete", exact: true }).click();
  await expect(heading).toBeHidden();
}

/** Begins the quality check and answers every question of it. */
export async function answerChecklist(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 2, name: "Quality control", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  const passes = page.getByRole("radio", { name: "Pass" });
  await expect(passes.first()).toBeVisible();
  for (const pass of await passes.all()) await pass.check({ force: true });
}
