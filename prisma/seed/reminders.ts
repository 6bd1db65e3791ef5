import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { invoiceWords } from "@/lib/billing/invoice-words";
import type { Parties } from "@/lib/billing/parties";
import { DEFAULT_LEVELS, fillPlaceholders, type ReminderLevel } from "@/lib/billing/reminders/levels";
import { readAccount } from "@/lib/billing/statements/account";
import { Transaction } from "@/lib/db/transaction";
import { numberAt, type World } from "./world";

const TERMS_DAYS = 14;

/** An old invoice: days overdue, net amount, the part of it that was paid, and how overdue it was at each reminder. */
type Old = { overdue: number; net: string; paid?: string; remindedAt?: number[]; disputed?: boolean };
type Debtor = { code: string; name: string; email: string | null; invoices: Old[] };

/** Practices that pay late. Invoices of months before the story begins, so their lines name no case. */
const DEBTORS: Debtor[] = [
  {
    code: "PR-091",
    name: "Auldgate Dental",
    email: "accounts@auldgate.casepan.test",
    invoices: [
      { overdue: 96, net: "1240.00", paid: "0.5", remindedAt: [8, 22, 38] },
      { overdue: 48, net: "385.00", remindedAt: [9, 24], disputed: true },
      { overdue: 25, net: "612.50", remindedAt: [9] },
    ],
  },
  {
    code: "PR-092",
    name: "Whinhill Dental Care",
    email: null,
    invoices: [
      { overdue: 66, net: "890.00", paid: "0.25" },
      { overdue: 12, net: "145.00" },
    ],
  },
  {
    code: "PR-093",
    name: "Kelso Road Dentists",
    email: "office@kelsoroad.casepan.test",
    invoices: [{ overdue: 10, net: "228.00" }],
  },
];

/**
 * Practices with overdue invoices of different ages: reminders that were sent, one in dispute, one
 * practice without an address, and a statement of last month. Before the other invoices, so that numbers run with time.
 */
export async function seedOverdue(world: World): Promise<void> {
  for (const debtor of DEBTORS) {
    const practiceId = await practiceOf(world, debtor);
    const all = debtor.invoices.toSorted((a, b) => b.overdue - a.overdue);
    for (const old of all) {
      const invoiceId = await invoiceOf(world, practiceId, old);
      for (const [i, at] of (old.remindedAt ?? []).entries())
        await remind(world, {
          practiceId,
          invoiceId,
          old,
          name: debtor.name,
          email: debtor.email as string,
          level: i + 1,
          at,
        });
      if (old.disputed)
        await world.owner.query(
          `INSERT INTO reminder_pauses (practice_id, invoice_id, reason, paused_by_id, created_at) VALUES ($1, $2, $3, $4, $5)`,
          [
            practiceId,
            invoiceId,
            "They say two crowns came back",
            world.people.byRole.staff,
            daysAgo(world, 18).toISO(),
          ],
        );
    }
    if (debtor.email) await statement(world, practiceId, debtor);
  }
}

const daysAgo = (world: World, days: number) => world.clock.daysAgo(days, 9, 30);

async function practiceOf(world: World, { code, name, email }: Debtor): Promise<string> {
  const { city, postcode } = world.plan.lab;
  const made = await world.owner.query<{ id: string }>(
    "INSERT INTO practices (code, name, address_line1, city, postcode, email) VALUES ($1, $2, '8 Old Road', $3, $4, $5) RETURNING id",
    [code, name, city, postcode, email],
  );
  return made.rows[0]?.id as string;
}

async function invoiceOf(world: World, practiceId: string, { overdue, net, paid }: Old): Promise<string> {
  const sent = daysAgo(world, overdue + TERMS_DAYS);
  const { staff } = world.people.byRole;
  const { currency, taxPercent } = world.plan.lab;
  const made = await world.owner.query<{ id: string }>(
    "INSERT INTO invoices (practice_id, currency, period_month, created_at) VALUES ($1, $2, $3, $4) RETURNING id",
    [practiceId, currency, sent.minus({ months: 1 }).startOf("month").toISODate(), sent.toISO()],
  );
  const id = made.rows[0]?.id as string;
  await world.owner.query(
    `INSERT INTO invoice_items (invoice_id, position, description, quantity, unit_price, tax_percent) VALUES ($1, 1, 'Crowns and bridges as agreed', 1, $2, $3)`,
    [id, net, taxPercent],
  );
  await world.owner.query(
    `UPDATE invoices SET status = 'sent', number = $2, issued_on = $3::date, due_on = $3::date + $4::int, sent_at = $5, sent_by_id = $6 WHERE id = $1`,
    [id, numberAt(world, "invoice", sent), sent.toISODate(), TERMS_DAYS, sent.toISO(), staff],
  );
  if (paid) {
    const at = daysAgo(world, overdue - 4);
    await world.owner.query(
      `WITH p AS (INSERT INTO payments (practice_id, method, currency, amount, received_on, reference, recorded_by_id, created_at)
         SELECT practice_id, 'bank_transfer', currency, round(total * $2::numeric, 2), $3, 'on account', $4, $5 FROM invoices WHERE id = $1 RETURNING id, amount)
       INSERT INTO allocations (practice_id, invoice_id, payment_id, amount, allocated_by_id, created_at) SELECT $6, $1, id, amount, $4, $5 FROM p`,
      [id, paid, at.toISODate(), staff, at.toISO(), practiceId],
    );
  }
  return id;
}

type Reminded = {
  practiceId: string;
  invoiceId: string;
  old: Old;
  name: string;
  email: string;
  level: number;
  at: number;
};

async function remind(world: World, { practiceId, invoiceId, old, name, email, level, at }: Reminded): Promise<void> {
  const sent = daysAgo(world, old.overdue - at);
  const { rows } = await world.owner.query<{ number: string; due: string; balance: string }>(
    "SELECT number, due_on::text AS due, balance FROM invoices WHERE id = $1",
    [invoiceId],
  );
  const { number, due, balance } = rows[0] as (typeof rows)[number];
  const { lab } = world.plan;
  const words = invoiceWords(lab.locale, lab.currency);
  const values = {
    practice: name,
    lab: lab.name,
    invoices: number,
    amount: words.money(balance),
    days: String(at),
    due: words.day(due),
    bank: `${lab.bank}, ${lab.account}`,
  };
  const template = DEFAULT_LEVELS[level - 1] as ReminderLevel;
  await world.owner.query(
    `WITH l AS (INSERT INTO reminder_letters (practice_id, on_day, level, subject, words, sent_by_id, mailed_to, mailed_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING id)
     INSERT INTO reminders (letter_id, invoice_id, level, on_day, days_overdue, balance, created_at)
     SELECT l.id, i.id, $3, $2, $10, i.balance, $8 FROM l, invoices i WHERE i.id = $9`,
    [
      practiceId,
      sent.toISODate(),
      level,
      fillPlaceholders(template.subject, values),
      fillPlaceholders(template.words, values),
      world.people.byRole.staff,
      email,
      sent.toISO(),
      invoiceId,
      at,
    ],
  );
}

/** The statement of last month, sent on the third of this one or today. */
async function statement(world: World, practiceId: string, debtor: Debtor): Promise<void> {
  const { currency } = world.plan.lab;
  const now = daysAgo(world, 0);
  const last = now.startOf("month").minus({ days: 1 });
  const period = { currency, from: last.startOf("month").toISODate() as string, to: last.toISODate() as string };
  const account = await readAccount(new Transaction(world.owner as PoolClient), practiceId, period);
  const contents = { ...account, parties: partiesOf(world, debtor) };
  const sent = DateTime.min(now, now.startOf("month").plus({ days: 2, hours: 10 })) as DateTime;
  await world.owner.query(
    `INSERT INTO statements (practice_id, currency, from_day, as_of, balance, contents, sent_by_id, mailed_to, mailed_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [
      practiceId,
      currency,
      period.from,
      period.to,
      contents.closing,
      JSON.stringify(contents),
      world.people.byRole.staff,
      debtor.email,
      sent.toISO(),
    ],
  );
}

/** Who writes to whom, as the papers of the demonstration say it. */
function partiesOf(world: World, { code, name, email }: Debtor): Parties {
  const { lab } = world.plan;
  const town = `${lab.city} ${lab.postcode}`;
  return {
    lab: {
      name: lab.name,
      address: [lab.addressLine1, town],
      taxId: lab.taxId,
      email: lab.email,
      phone: lab.phone,
      registrationNumber: lab.registration || null,
      bankName: lab.bank,
      bankAccount: lab.account,
    },
    practice: { name, code, email, address: ["8 Old Road", town], taxId: null, phone: null },
    paymentTermsDays: TERMS_DAYS,
  };
}
