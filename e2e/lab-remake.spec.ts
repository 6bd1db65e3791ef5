import { expect, test } from "./fixtures";
import { answerChecklist, completeStages, openByScan } from "./pages/bench";
import { openSent, prescribeCrowns, receiveInPan } from "./pages/intake";

/** A crown that does not fit: the dentist asks, the lab makes it again at its own cost, and both cases know of each other. */
test("a remake that the lab is responsible for is free, and linked both ways", async ({ openAs }) => {
  test.setTimeout(300_000);
  const dentist = await openAs("dentist");
  const staff = await openAs("staff");
  const technician = await openAs("technician", { viewport: { width: 820, height: 1180 } });
  const patient = `E2E-R${Date.now()}`;

  /** Takes a case from receiving to the practice, over the lab's own counter. */
  const makeAndHandOver = async (id: string, number: string) => {
    await receiveInPan(staff, number, `${patient}-${number.slice(-3)}`);
    await openByScan(technician, number);
    await completeStages(technician, ["Impression scan", "Design", "Milling", "Sintering"]);
    await answerChecklist(technician);
    await technician.getByRole("button", { name: "Pass", exact: true }).click();
    await expect(technician.getByRole("heading", { level: 2, name: "Quality control" })).toBeHidden();
    await staff.goto(`/bench/${id}`);
    await staff.getByRole("button", { name: "Hand over" }).click();
    await staff.getByLabel("Who took it").fill("Front desk");
    await staff.getByRole("dialog").getByRole("button", { name: "Hand over" }).click();
    await expect(staff.getByRole("dialog")).toBeHidden();
    await staff.goto(`/cases/${id}`);
    await expect(staff.getByText("Delivered").first()).toBeVisible();
  };

  const number = await prescribeCrowns(dentist, patient, [14]);
  const original = { number, id: await openSent(dentist, patient) };
  await makeAndHandOver(original.id, original.number);

  await dentist.goto(`/portal/cases/${original.id}`);
  await dentist.getByRole("button", { name: "Ask for a remake" }).click();
  await dentist.getByLabel("What is wrong with it").fill("Open margin at the distal side");
  await dentist.getByRole("button", { name: "Ask the lab" }).click();
  await expect(dentist.getByText("Asked for", { exact: true })).toBeVisible();

  await staff.goto(`/cases/${original.id}`);
  await expect(staff.getByText("Open margin at the distal side").first()).toBeVisible();
  await staff.getByRole("button", { name: "Make it again" }).click();
  const dialog = staff.getByRole("dialog");
  await dialog.getByLabel("Cause").selectOption({ label: "Margin" });
  await dialog.getByLabel("Responsible").selectOption({ label: "The lab" });
  await expect(dialog.getByLabel(/Charged/)).toHaveValue("0");
  await dialog.getByRole("button", { name: "Make it again" }).click();
  await expect(staff.getByRole("heading", { level: 1 })).not.toContainText(original.number);
  await expect(staff.getByRole("link", { name: original.number })).toBeVisible();
  const remake = {
    number: (await staff.getByRole("heading", { level: 1 }).textContent()) as string,
    id: staff.url().split("/").pop() as string,
  };

  await dentist.goto(`/portal/cases/${original.id}`);
  await expect(dentist.getByText(/The lab · no charge/)).toBeVisible();
  await dentist.getByRole("link", { name: remake.number }).click();
  await expect(dentist.getByRole("link", { name: original.number })).toBeVisible();

  await makeAndHandOver(remake.id, remake.number);
  await staff.goto(`/invoices?q=${remake.number}`);
  await staff.getByRole("link", { name: "Draft", exact: true }).click();
  const line = staff.getByText(new RegExp(`remake of ${original.number}, no charge`));
  await expect(line.first()).toBeVisible();
});
