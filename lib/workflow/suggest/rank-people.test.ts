import { expect, test } from "vitest";
import type { Skill } from "@/lib/staff/vocabulary";
import { type BenchPerson, rankPeople, type Work } from "./rank-people";

const person = (name: string, changes: Partial<BenchPerson> = {}): BenchPerson => ({
  id: name,
  name,
  skills: [],
  attendance: { there: "all", words: "there 08:00–16:30" },
  inHand: 0,
  ...changes,
});
const skill = (stage: Skill["stage"], level: Skill["level"], procedure: Skill["procedure"] = null): Skill => ({
  stage,
  level,
  procedure,
});
const away = { there: "no", words: "on leave" } as const;
const crowns: Work[] = [{ stage: "design", procedureType: "crowns", items: 2 }];
const order = (people: BenchPerson[], works = crowns) => rankPeople(people, works).map(({ name }) => name);

test("whoever can and is there comes before who learns it, who cannot, and who is away", () => {
  const people = [
    person("Away", { skills: [skill("design", 3)], attendance: away }),
    person("Cannot", { skills: [skill("milling", 3)] }),
    person("Learns", { skills: [skill("design", 1)] }),
    person("Can", { skills: [skill("design", 2)], inHand: 9 }),
  ];
  expect(order(people)).toEqual(["Can", "Learns", "Cannot", "Away"]);
  expect(rankPeople(people, crowns).map(({ fits }) => fits)).toEqual([true, false, false, false]);
});

test("among those who can, the whole day comes before a half, then less in hand, then the higher level, then the name", () => {
  const can = { skills: [skill("design", 2)] };
  const people = [
    person("Half", { ...can, attendance: { there: "part", words: "there from midday" } }),
    person("Busy", { ...can, inHand: 3 }),
    person("Zoe", { ...can, inHand: 1 }),
    person("Adam", { ...can, inHand: 1 }),
    person("Teacher", { skills: [skill("design", 3)], inHand: 1 }),
  ];
  expect(order(people)).toEqual(["Teacher", "Adam", "Zoe", "Busy", "Half"]);
});

test("a skill counts for its kind of work, or for any; of several works the weakest decides", () => {
  const works: Work[] = [...crowns, { stage: "design", procedureType: "dentures", items: 1 }];
  const people = [
    person("Crowns alone", { skills: [skill("design", 3, "crowns")] }),
    person("Dentures alone", { skills: [skill("design", 3, "dentures")] }),
    person("Both", { skills: [skill("design", 2, "crowns"), skill("design", 3, "dentures")], inHand: 5 }),
    person("Any", { skills: [skill("design", 1), skill("design", 2)], inHand: 6 }),
  ];
  expect(rankPeople(people, works)).toEqual([
    { id: "Both", name: "Both", fits: true, why: "Does this alone · there 08:00–16:30 · 5 items in hand" },
    { id: "Any", name: "Any", fits: true, why: "Does this alone · there 08:00–16:30 · 6 items in hand" },
    {
      id: "Crowns alone",
      name: "Crowns alone",
      fits: false,
      why: "Skilled for 2 of 3 · there 08:00–16:30 · nothing in hand",
    },
    {
      id: "Dentures alone",
      name: "Dentures alone",
      fits: false,
      why: "Skilled for 1 of 3 · there 08:00–16:30 · nothing in hand",
    },
  ]);
});

test("nobody is left out, and without work or skills the load decides", () => {
  expect(order([person("B", { inHand: 1 }), person("A", { inHand: 2 }), person("C")], [])).toEqual(["C", "B", "A"]);
  expect(rankPeople([person("A", { inHand: 1 })], [])).toEqual([
    { id: "A", name: "A", fits: false, why: "there 08:00–16:30 · 1 item in hand" },
  ]);
});
