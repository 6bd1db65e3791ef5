import { expect, type Locator, type Page } from "@playwright/test";

const MOST_STOPS = 80;

/** Walks with Tab until the keyboard is at an element; fails when it never comes there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}
