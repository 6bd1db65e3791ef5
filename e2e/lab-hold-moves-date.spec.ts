import { expect, test } from "./fixtures";
import { openSent, prescribeCrowns } from "./pages/intake";

/** A working day four to eight weeks ahead, as a date field takes it: a Wednesday, shut by no holiday of the demonstration. */
function someWednesday(): string {
  const day = new Date(Date.now() + 28 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

test("the lab holds a case, releases it and moves its date, and the dentist reads each with its reason", async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const patient = `Hold ${Date.now()}`;
  const dentist = await openAs("dentist");
  const number = await prescribeCrowns(dentist, patient, [14]);
  const caseId = await openSent(dentist, patient);

  const staff = await openAs("staff");
  await staff.goto(`/cases/${caseId}`);
  await staff.getByRole("button", { name: "Hold", exact: true }).click();
  const holding = staff.getByRole("dialog", { name: "Put on hold" });
  await holding.getByLabel("Reason").selectOption({ label: "Waiting for material" });
  await holding.getByLabel("Waiting for material: what exactly").selectOption({ label: "Material ordered" });
  await holding.getByLabel("What is asked or awaited").fill("The disc of this shade comes tomorrow");
  await holding.getByRole("button", { name: "Put on hold" }).click();
  await expect(staff.getByRole("button", { name: "Release" })).toBeVisible();

  await expect(dentist.getByText("On hold").first()).toBeVisible();
  await dentist.goto("/portal/notifications");
  const held = dentist.getByRole("link", { name: new RegExp(`Case ${number} is on hold`) });
  await expect(held).toContainText(/Material ordered\. The disc of this shade comes tomorrow/);

  await staff.getByRole("button", { name: "Release" }).click();
  await expect(staff.getByRole("button", { name: "Hold", exact: true })).toBeVisible();
  await staff.getByRole("button", { name: "More" }).click();
  await staff.getByRole("menuitem", { name: /due date/i }).click();
  const moving = staff.getByRole("dialog", { name: "Change the due date" });
  await moving.getByLabel("Due at the practice").fill(someWednesday());
  await moving.getByLabel("Why").fill("The material was late");
  await moving.getByRole("button", { name: "Change the date" }).click();
  await expect(moving).toBeHidden();

  await dentist.goto(`/portal/cases/${caseId}`);
  await expect(dentist.getByText(/Taken off hold, due/).first()).toBeVisible();
  await expect(dentist.getByText(/Due date moved from .*material was late/i).first()).toBeVisible();
  await dentist.goto("/portal/notifications");
  const moved = dentist.getByRole("link", { name: new RegExp(`Case ${number} is now due`) });
  await expect(moved).toContainText(/It was due .*The material was late/);
});
