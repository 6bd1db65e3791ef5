import { expect, it } from "vitest";
import { DEFAULT_ROLES, PRACTICE_STAFF } from "../roles";
import { PRACTICE_RIGHTS, permissionsAtPractice } from "./rights";

const dentist = DEFAULT_ROLES.dentist.permissions;

it("leaves a person with every right what their role allows", () => {
  expect(permissionsAtPractice(dentist, [...PRACTICE_RIGHTS])).toEqual(dentist);
});

it("takes the rights that were not given, and with the last that adds files the adding", () => {
  const may = permissionsAtPractice(dentist, ["portal.invoices"]);
  expect(may.sort()).toEqual(["account.manage", "files.view", "portal.invoices", "portal.view"]);
  expect(permissionsAtPractice(dentist, ["messages.use"])).toContain("files.upload");
});

it("gives nothing that the role does not allow, and nothing of a practice to someone who acts for none", () => {
  expect(permissionsAtPractice(["portal.view"], [...PRACTICE_RIGHTS, "users.manage"])).toEqual(["portal.view"]);
  expect(permissionsAtPractice(dentist, null).sort()).toEqual(["account.manage", "files.view", "portal.view"]);
});

it("is bounded alike for a dentist and for the staff of a practice", () => {
  expect([...PRACTICE_STAFF.permissions].sort()).toEqual([...dentist].sort());
});
