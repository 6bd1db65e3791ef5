import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { LabFacts } from "./ready";

/** What is there in the acting lab. `today` (`YYYY-MM-DD`) is the lab's day. */
export async function labFacts(tx: Transaction, today: string): Promise<LabFacts> {
  const facts = await tx.row<LabFacts>(sql`
    SELECT cardinality(l.working_weekdays) AS "workingDays",
      (SELECT count(*)::int FROM lab_closing_days c WHERE c.closed_on >= ${today}::date) AS "closingDaysAhead",
      (SELECT count(*)::int FROM departments d) AS departments,
      (SELECT count(*)::int FROM departments d WHERE d.daily_capacity_units IS NOT NULL) AS bounded,
      (SELECT count(*)::int FROM workflow_templates t WHERE t.is_active
        AND (SELECT s.stage FROM workflow_template_stages s WHERE s.lab_id = t.lab_id AND s.template_id = t.id ORDER BY s.position LIMIT 1) = 'receiving'
        AND (SELECT s.stage FROM workflow_template_stages s WHERE s.lab_id = t.lab_id AND s.template_id = t.id ORDER BY s.position DESC LIMIT 1) = 'delivery'
      ) AS templates,
      (SELECT count(*)::int FROM workflow_template_stages s JOIN workflow_templates t ON t.lab_id = s.lab_id AND t.id = s.template_id
        WHERE t.is_active AND s.department_id IS NULL) AS "stagesWithoutDepartment",
      p.*,
      (SELECT count(*)::int FROM practices b WHERE b.status = 'active') AS practices,
      (SELECT count(*)::int FROM practices b WHERE b.status = 'active' AND EXISTS (SELECT FROM practice_dentists pd
        WHERE pd.lab_id = b.lab_id AND pd.practice_id = b.id AND coalesce(pd.started_on, ${today}::date) <= ${today}::date
          AND coalesce(pd.ended_on, ${today}::date) >= ${today}::date)) AS "practicesWithDentist",
      (SELECT count(*)::int FROM price_list_items i JOIN price_lists b ON b.lab_id = i.lab_id AND b.id = i.price_list_id
        WHERE b.is_default AND b.valid_from <= ${today}::date AND coalesce(b.valid_to, ${today}::date) >= ${today}::date) AS prices,
      (SELECT count(*)::int FROM tax_rates) AS "taxRates",
      l.address_line1 IS NOT NULL AND l.postcode IS NOT NULL AS "hasAddress"
    FROM labs l, LATERAL (
      SELECT count(*) FILTER (WHERE u.last_sign_in_at IS NOT NULL AND may.receive)::int AS receivers,
        count(*) FILTER (WHERE u.last_sign_in_at IS NOT NULL AND r.kind = 'technician')::int AS technicians,
        count(*) FILTER (WHERE u.last_sign_in_at IS NULL)::int AS invited
      FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id JOIN users u ON u.id = m.user_id AND u.status = 'active',
        LATERAL (SELECT EXISTS (SELECT FROM role_permissions rp WHERE rp.lab_id = r.lab_id AND rp.role_id = r.id
          AND rp.permission_key = 'cases.receive') AS receive) may
      WHERE m.status = 'active' AND r.kind <> 'dentist') p`);
  if (!facts) throw new Error("Nobody's lab.");
  return facts;
}
