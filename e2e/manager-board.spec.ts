import { expect, test } from "./fixtures";
import { openByScan } from "./pages/bench";
import { prescribeCrowns, receiveInPan } from "./pages/intake";

/** A card is carried by keyboard: too far and refused, on and taken back, on again, and back with a reason. */
test("a case is carried over the board by keyboard, by the rules of the bench", async ({ openAs }) => {
  test.setTimeout(180_000);
  const run = String(Date.now()).slice(-7);
  const number = await prescribeCrowns(await openAs("dentist"), `E2E-B-${run}`, [14]);
  await receiveInPan(await openAs("staff"), number, `B-${run}`);
  const technician = await openAs("technician");
  await openByScan(technician, number);
  await technician.getByRole("button", { name: "Start", exact: true }).click();
  await expect(technician.getByRole("button", { name: "Complete", exact: true })).toBeVisible();

  const board = await openAs("manager");
  await board.goto("/board?more=impression_scan.design.milling");
  const stage = (name: string) => board.getByRole("region", { name, exact: true });
  const handle = (from: string) => board.getByRole("button", { name: `Move ${number} from ${from}` });
  const heard = (words: string) => board.getByRole("status").filter({ hasText: words }).first();

  await expect(stage("Impression scan")).toContainText(number);
  await handle("impression scan").press("Space");
  await expect(heard(`Picked up ${number}`)).toBeAttached();
  await board.keyboard.press("ArrowRight");
  await expect(heard("Design. Completes impression scan of Crown 14.")).toBeAttached();
  await board.keyboard.press("ArrowRight");
  await expect(heard("Milling, not possible. Crown 14 goes to design next")).toBeAttached();
  await board.keyboard.press("Space");
  await expect(heard("Not moved. Crown 14 goes to design next")).toBeAttached();
  await expect(stage("Impression scan")).toContainText(number);

  await handle("impression scan").press("Space");
  await expect(heard(`Picked up ${number}`)).toBeAttached();
  await board.keyboard.press("ArrowRight");
  await expect(heard("Design. Completes")).toBeAttached();
  await board.keyboard.press("Space");
  await expect(stage("Design")).toContainText(number);
  await board.getByRole("button", { name: "Undo" }).click();
  await expect(stage("Impression scan")).toContainText(number);
  await expect(stage("Design")).not.toContainText(number);

  await handle("impression scan").click();
  await board
    .getByRole("dialog")
    .getByRole("button", { name: /^Design/ })
    .click();
  await expect(stage("Design")).toContainText(number);
  await expect(handle("design")).toBeEnabled();
  await handle("design").press("Space");
  await expect(heard(`Picked up ${number}`)).toBeAttached();
  await board.keyboard.press("ArrowLeft");
  await expect(heard("Impression scan. Sends Crown 14 back")).toBeAttached();
  await board.keyboard.press("Space");
  const dialog = board.getByRole("dialog");
  await dialog.getByRole("button", { name: "Send back" }).click();
  await expect(dialog.getByText("Choose why it goes back.")).toBeVisible();
  await dialog.getByLabel("Scan error").check();
  await dialog.getByRole("button", { name: "Send back" }).click();
  await expect(stage("Impression scan")).toContainText(number);
});
