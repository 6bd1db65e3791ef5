-- Materials that were booked back are no cost: the counter-entry of an out, damage or write_off counts against it, in the month in which it
-- was booked, at the department of what it takes back.

CREATE FUNCTION department_materials(from_day date, to_day date)
RETURNS TABLE (department_id uuid, inventory_item_id uuid, type text, day date, quantity numeric, amount numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH lab AS (
    SELECT l.id, l.time_zone AS zone, from_day::timestamp AT TIME ZONE l.time_zone AS begins, (to_day + 1)::timestamp AT TIME ZONE l.time_zone AS ends
    FROM labs l WHERE l.id = (SELECT app_lab_id())
  )
  SELECT t.department_id, t.inventory_item_id, t.type::text, (t.occurred_at AT TIME ZONE lab.zone)::date, -t.quantity, -t.quantity * t.unit_cost
  FROM lab JOIN inventory_transactions t ON t.lab_id = lab.id AND t.department_id IS NOT NULL AND t.type IN ('out', 'damage', 'write_off')
    AND t.occurred_at >= lab.begins AND t.occurred_at < lab.ends
  UNION ALL
  SELECT o.department_id, t.inventory_item_id, o.type::text, (t.occurred_at AT TIME ZONE lab.zone)::date, -t.quantity, -t.quantity * t.unit_cost
  FROM lab JOIN inventory_transactions t ON t.lab_id = lab.id AND t.type = 'adjustment' AND t.reverses_id IS NOT NULL
    AND t.occurred_at >= lab.begins AND t.occurred_at < lab.ends
  JOIN inventory_transactions o ON o.lab_id = t.lab_id AND o.id = t.reverses_id AND o.department_id IS NOT NULL AND o.type IN ('out', 'damage', 'write_off')
$$;

CREATE OR REPLACE FUNCTION department_costs(from_day date, to_day date)
RETURNS TABLE (department_id uuid, month date, kind text, amount numeric, hours numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.department_id, date_trunc('month', w.day::timestamp)::date, 'work', round(coalesce(sum(w.cost), 0), 2), round(sum(w.seconds) / 3600, 2)
  FROM department_work(from_day, to_day) w WHERE w.department_id IS NOT NULL GROUP BY 1, 2
  UNION ALL
  SELECT t.department_id, date_trunc('month', t.day::timestamp)::date, 'materials', round(sum(t.amount), 2), NULL
  FROM department_materials(from_day, to_day) t GROUP BY 1, 2
  UNION ALL
  SELECT m.department_id, date_trunc('month', m.done_on::timestamp)::date, 'maintenance', round(sum(m.cost), 2), NULL
  FROM maintenance_log m WHERE m.lab_id = (SELECT app_lab_id()) AND m.deleted_at IS NULL AND m.done_on BETWEEN from_day AND to_day
  GROUP BY 1, 2
$$;

REVOKE EXECUTE ON FUNCTION department_materials(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION department_materials(date, date) TO casepan_lab;
