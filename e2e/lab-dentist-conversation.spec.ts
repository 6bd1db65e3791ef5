import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "./fixtures";

const conversation = (page: Page) => page.getByRole("region", { name: "Conversation", exact: true });
const message = (page: Page, text: string) => conversation(page).getByText(text, { exact: true });
const box = (page: Page) => page.getByRole("textbox", { name: "Message", exact: true });
const nameOf = async (page: Page) => {
  await page.goto("/account");
  const field = page.getByRole("textbox", { name: /^Name/ });
  await expect(field).not.toHaveValue("");
  return field.inputValue();
};

/** When the page first shows a text, by its own clock (ms since 1970). */
const seenAt = (page: Page, text: string) =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => document.body.textContent.includes(wanted) && resolve(Date.now());
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
      }),
    text,
  );

test("a dentist and the front desk talk: each sees the other's message at once, what is unread and what was seen", async ({
  openAs,
}, info) => {
  const dentist = await openAs("dentist");
  const desk = await openAs("staff");
  const [theirName, deskName] = [await nameOf(dentist), await nameOf(desk)];
  const [question, answer, later] = ["Question", "Answer", "Later"].map(
    (word) => `${word} ${randomUUID().slice(0, 8)}`,
  ) as [string, string, string];

  await dentist.goto("/portal/messages");
  await dentist.getByRole("button", { name: "New conversation" }).click();
  const dialog = dentist.getByRole("dialog", { name: "New conversation" });
  await dialog.getByRole("checkbox", { name: deskName }).check();
  await dialog.getByRole("button", { name: "Begin" }).click();
  await expect(dentist.getByRole("heading", { level: 1, name: deskName })).toBeVisible();
  await box(dentist).fill(question);
  await box(dentist).press("Enter");
  await expect(message(dentist, question)).toBeVisible();
  await expect(conversation(dentist).getByText("Sent", { exact: true })).toBeVisible();

  await desk.goto("/messages");
  const line = desk.getByRole("link", { name: new RegExp(`${theirName}.*${question}`) });
  await expect(line).toContainText("unread");
  await line.click();
  await expect(message(desk, question)).toBeVisible();
  await expect(line).not.toContainText("unread");
  await expect(conversation(dentist).getByText(`Seen by ${deskName}`)).toBeVisible();

  for (const [from, to, text] of [
    [desk, dentist, answer],
    [dentist, desk, later],
  ] as const) {
    const seen = seenAt(to, text);
    await box(from).fill(text);
    const sent = await from.evaluate(() => Date.now());
    await box(from).press("Enter");
    await expect(message(to, text)).toBeVisible();
    info.annotations.push({ type: "seen after", description: `${(await seen) - sent} ms` });
  }
  await expect(conversation(dentist).getByText(`Seen by ${deskName}`)).toBeVisible();

  await dentist.goto("/portal");
  const unseen = `Unseen ${randomUUID().slice(0, 8)}`;
  await box(desk).fill(unseen);
  await box(desk).press("Enter");
  await expect(
    dentist.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /Messages.*[1-9]/ }),
  ).toBeVisible();
  await dentist.getByRole("button", { name: /^Notifications, .* unread$/ }).click();
  await dentist.getByRole("link", { name: new RegExp(`${deskName} wrote.*${unseen}`) }).click();
  await expect(message(dentist, unseen)).toBeVisible();
  await expect(conversation(desk).getByText(`Seen by ${theirName}`)).toBeVisible();
});
