import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** The import rules and file rules that the README's "How the code is laid out" declares. */

const root = path.resolve(import.meta.dirname, "../..");
const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "app", "components", "lib", "prisma", "e2e"],
  { cwd: root, encoding: "utf8" },
)
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && existsSync(path.join(root, file)));

type Import = { from: string; to: string; typeOnly: boolean };

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(root, file), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/g,
  );
  return [...found].map(([, typeOnly, target, dynamic]) => {
    const to = (target ?? dynamic) as string;
    const local = to.startsWith("@/") ? to.slice(2) : to.startsWith(".") ? path.join(path.dirname(file), to) : to;
    return { from: file, to: local, typeOnly: Boolean(typeOnly) };
  });
}

const isTest = (file: string) =>
  /\.(test|spec)\.tsx?$/.test(file) || /(^|\/)testing(\/|\.ts$)/.test(file) || file.startsWith("e2e/");
const shipped = files.filter((file) => !isTest(file));
const imports = shipped.flatMap(importsOf);
const under = (file: string, ...folders: string[]) => folders.some((folder) => file.startsWith(`${folder}/`));
const said = (list: Import[]) => list.map((i) => `${i.from} → ${i.to}`);

describe("imports", () => {
  it("go from app to components to lib and never back", () => {
    const back = imports.filter(
      ({ from, to }) =>
        (under(from, "lib") && under(to, "components", "app")) || (under(from, "components") && under(to, "app")),
    );
    expect(said(back)).toEqual([]);
  });

  it("keep the design system free of any domain", () => {
    const kit = ["components/ui", "components/forms", "components/data-table", "components/charts", "components/shell"];
    const leaks = imports.filter(
      ({ from, to }) => under(from, ...kit) && (under(to, "lib") || (under(to, "components") && !under(to, ...kit))),
    );
    expect(said(leaks)).toEqual([]);
  });

  it("read the session, cookies and headers in lib/access only", () => {
    const readers = imports.filter(
      ({ from, to }) =>
        (to === "next/headers" || (to.startsWith("next-auth") && to !== "next-auth/react")) &&
        !under(from, "lib/access", "app/api/auth"),
    );
    expect(said(readers)).toEqual([]);
  });

  it("reach the database client in lib/db only, but for the owner's own tools", () => {
    const drivers = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        (to === "pg" || to.startsWith("@prisma/") || to.startsWith("lib/db/generated")) &&
        !under(from, "lib/db", "lib/setup", "lib/jobs", "prisma/seed"),
    );
    expect(said(drivers)).toEqual([]);
  });

  it("use the sign-in audience in lib/access only", () => {
    const users = shipped.filter(
      (file) =>
        !under(file, "lib/access", "lib/db") &&
        /\b(asAuth|withSignInRights)\(/.test(readFileSync(path.join(root, file), "utf8")),
    );
    expect(users).toEqual([]);
  });

  it("let domains depend one way", () => {
    const ground = [
      "access",
      "db",
      "history",
      "outbox",
      "mail",
      "files",
      "live",
      "log.ts",
      "log",
      "labs",
      "notifications",
      "settings",
    ];
    const mayUse: Record<string, string[]> = {
      access: ["cases/vocabulary"],
      cases: ["staff", "practices"],
      practices: [],
      staff: [],
      calendar: ["staff"],
      departments: ["cases", "staff"],
      data: ["cases", "practices", "billing/pdf"],
      workflow: ["cases", "staff", "practices", "inventory"],
      billing: ["cases", "workflow", "practices"],
      inventory: ["cases", "practices", "billing/pdf", "billing/parties"],
      logistics: ["cases", "workflow", "practices"],
      messaging: ["cases", "practices"],
      network: ["cases", "practices", "billing", "logistics"],
      search: ["cases", "practices", "messaging"],
      notifications: [],
      reports: ["cases", "workflow", "practices", "billing", "inventory", "logistics", "staff", "departments"],
      history: ["cases"],
      labs: ["cases"],
      files: ["cases"],
    };
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const [, mine] = from.split("/") as [string, string];
      const [top, theirs] = to.split("/") as [string, string];
      if (!under(from, "lib") || top !== "lib" || mine === theirs || !(mine in mayUse) || typeOnly) return false;
      return (
        !ground.includes(theirs) &&
        !mayUse[mine]?.some((allowed) => to === `lib/${allowed}` || to.startsWith(`lib/${allowed}/`))
      );
    });
    expect(said(wrong)).toEqual([]);
  });
});

describe("files", () => {
  it("that hold server actions export actions and nothing else", () => {
    const ownSession = "lib/access/session-actions.ts"; // sign-out and switching take no input but the caller's own session
    const wrong = shipped
      .filter((file) => file !== ownSession && readFileSync(path.join(root, file), "utf8").startsWith('"use server"'))
      .flatMap((file) => {
        const source = readFileSync(path.join(root, file), "utf8");
        const exported = [...source.matchAll(/^export (.*)$/gm)].map((m) => m[1] as string);
        return exported
          .filter((line) => !/^const \w+ =( (action|accountAction|openAction)\(|$)/.test(line))
          .map((line) => `${file}: ${line}`);
      });
    expect(wrong).toEqual([]);
  });

  it("are named after what they do and stay short", () => {
    const odd = files.filter((file) => /(^|\/)(index|utils?|helpers?|service|manager|common|misc)\.tsx?$/.test(file));
    const long = files.filter((file) => readFileSync(path.join(root, file), "utf8").split("\n").length > 251);
    expect([odd, long]).toEqual([[], []]);
  });

  it("never silence the compiler or build statements from input", () => {
    const words = new RegExp(
      ["queryRaw" + "Unsafe", "executeRaw" + "Unsafe", "@ts-" + "ignore", "@ts-" + "nocheck", ":\\s*any\\b"].join("|"),
    );
    expect(files.filter((file) => words.test(readFileSync(path.join(root, file), "utf8")))).toEqual([]);
  });
});
