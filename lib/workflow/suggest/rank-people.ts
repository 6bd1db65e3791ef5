import type { ProcedureType, Stage } from "@/lib/cases/vocabulary";
import type { Attendance } from "@/lib/staff/rota/attendance";
import type { Skill } from "@/lib/staff/vocabulary";

/** How many of many chosen cases a suggestion looks at. */
export const SUGGEST_CASES = 200;

/** One kind of work that is to be given, and how many items of it there are. */
export type Work = { stage: Stage; procedureType: ProcedureType; items: number };

/** Somebody who may work at the bench, with what speaks for and against giving them work; `inHand` counts open items they have. */
export type BenchPerson = {
  id: string;
  name: string;
  skills: readonly Skill[];
  attendance: Attendance;
  inHand: number;
};

/** A person to give work to. `fits`: can do all of it on their own and is there all day; `why` says what the order rests on. */
export type SuggestedPerson = { id: string; name: string; fits: boolean; why: string };

/**
 * Orders people for some work: whoever is away comes last; then those who can do all of it on their own, those still learning it, those
 * who can do more of it; those there all day before a half; then who has least in hand. Nobody is left out.
 */
export function rankPeople(people: readonly BenchPerson[], works: readonly Work[]): SuggestedPerson[] {
  const all = works.reduce((sum, { items }) => sum + items, 0);
  return people
    .map((person) => {
      const levels = works.map((work) => ({ items: work.items, level: levelOf(person.skills, work) }));
      const able = levels.reduce((sum, { items, level }) => sum + (level > 0 ? items : 0), 0);
      const level = levels.length === 0 ? 0 : (Math.min(...levels.map((one) => one.level)) as Skill["level"] | 0);
      const { there } = person.attendance;
      const order = [
        Number(there === "no"),
        level > 1 ? 0 : level === 1 ? 1 : 2,
        -able,
        Number(there === "part"),
        person.inHand,
        -level,
      ];
      return { person, order, level, able };
    })
    .sort((a, b) => compare(a.order, b.order) || a.person.name.localeCompare(b.person.name))
    .map(({ person: { id, name, attendance, inHand }, level, able }) => ({
      id,
      name,
      fits: level > 1 && attendance.there === "all",
      why: [
        all > 0 && skillWords(level, able, all),
        attendance.words,
        inHand === 0 ? "nothing in hand" : `${inHand} ${inHand === 1 ? "item" : "items"} in hand`,
      ]
        .filter(Boolean)
        .join(" · "),
    }));
}

const SKILL_WORDS = { 0: "No skill for this noted", 1: "Learning this", 2: "Does this alone", 3: "Teaches this" };

function skillWords(level: Skill["level"] | 0, able: number, all: number): string {
  return level > 0 || able === 0 ? SKILL_WORDS[level] : `Skilled for ${able} of ${all}`;
}

/** The highest level of a person at some work, 0 for none: a skill for any work counts as one for its kind. */
function levelOf(skills: readonly Skill[], { stage, procedureType }: Work): Skill["level"] | 0 {
  return skills
    .filter((skill) => skill.stage === stage && (skill.procedure === null || skill.procedure === procedureType))
    .reduce<Skill["level"] | 0>((most, { level }) => Math.max(most, level) as Skill["level"] | 0, 0);
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((one, i) => one - (b[i] ?? 0)).find((by) => by !== 0) ?? 0;
