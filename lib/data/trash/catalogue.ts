/** What is put away can be restored by itself, as `label`; `name` is an expression over the row `t` that says which it is. */
export type TrashKind = { label: string; name: string };

const ofPractice = (words: string) =>
  `${words} || ' · ' || coalesce((SELECT p.name FROM practices p WHERE p.id = t.practice_id), '')`;
const ofCase = (words: string) =>
  `coalesce((SELECT c.number || ' · ' FROM cases c WHERE c.id = t.case_id), '') || ${words}`;
const person = (userId: string) => `coalesce((SELECT u.name FROM users u WHERE u.id = ${userId}), '')`;
const profile = (id: string) =>
  `coalesce((SELECT u.name FROM staff_profiles s JOIN users u ON u.id = s.user_id WHERE s.id = ${id}), '')`;
const named = (table: string, column: string) =>
  `coalesce((SELECT x.name FROM ${table} x WHERE x.id = t.${column}), '')`;

/**
 * Every table whose rows are put away (`deleted_at`) and come back from the trash, with how a row is named there. What was put away with a
 * row in the same transaction comes back with it, by its foreign keys.
 */
export const RESTORABLE: Record<string, TrashKind> = {
  appointments: { label: "Appointment", name: "t.title" },
  bill_lines: {
    label: "Line of a bill of materials",
    name: `t.stage || ' · ' || t.procedure_type || ' · ' || ${named("inventory_items", "inventory_item_id")} || ${named("stock_groups", "group_id")}`,
  },
  carriers: { label: "Carrier", name: "t.name" },
  case_drafts: { label: "Draft of a case", name: ofPractice("'Draft'") },
  case_files: { label: "File of a case", name: ofCase("t.name") },
  case_notes: { label: "Note on a case", name: ofCase("left(t.body, 80)") },
  cases: { label: "Case", name: "t.number" },
  checklist_items: { label: "Question of a checklist", name: "t.stage || ' · ' || t.label" },
  delivery_routes: { label: "Route", name: "t.name || ' · ' || t.route_date" },
  dentist_profiles: { label: "Dentist", name: "t.full_name" },
  department_budgets: {
    label: "Budget",
    name: `${named("departments", "department_id")} || ' · from ' || t.valid_from`,
  },
  department_equipment: { label: "Machine", name: "t.code || ' · ' || t.name" },
  departments: { label: "Department", name: "t.name" },
  equipment_files: { label: "File of a machine", name: "t.name" },
  inventory_items: { label: "Item of stock", name: "t.sku || ' · ' || t.name" },
  lab_closing_days: { label: "Closing day", name: "t.closed_on || ' · ' || t.name" },
  lot_certificates: { label: "Certificate of a lot", name: "t.name" },
  lots: { label: "Lot", name: `t.number || ' · ' || ${named("inventory_items", "inventory_item_id")}` },
  maintenance_log: { label: "Entry of a machine's log", name: "t.done_on || ' · ' || t.what" },
  maintenance_plans: { label: "Maintenance plan", name: "t.name" },
  pans: { label: "Pan", name: "t.code" },
  patients: { label: "Patient", name: ofPractice("t.reference") },
  practice_closing_days: {
    label: "Closing day of a practice",
    name: ofPractice("t.closed_from || ' to ' || t.closed_to"),
  },
  practice_dentists: {
    label: "Dentist at a practice",
    name: ofPractice("coalesce((SELECT d.full_name FROM dentist_profiles d WHERE d.id = t.dentist_id), '')"),
  },
  practices: { label: "Practice", name: "t.code || ' · ' || t.name" },
  price_list_items: {
    label: "Price",
    name: `${named("price_lists", "price_list_id")} || ' · ' || t.procedure_type || coalesce(' · ' || t.material, '')`,
  },
  price_lists: { label: "Price list", name: "t.name || ' · from ' || t.valid_from" },
  reasons: { label: "Reason", name: "t.label" },
  roles: { label: "Role", name: "t.name" },
  route_templates: { label: "Template of routes", name: "t.name" },
  schedule_exceptions: {
    label: "Exception of a schedule",
    name: `${profile("t.staff_profile_id")} || ' · ' || t.day`,
  },
  shifts: {
    label: "Shift",
    name: `${profile("t.staff_profile_id")} || ' · ' || to_char(t.starts_at AT TIME ZONE (SELECT l.time_zone FROM labs l), 'YYYY-MM-DD HH24:MI')`,
  },
  staff_certificates: {
    label: "Certificate of a person",
    name: `${profile("t.staff_profile_id")} || ' · ' || t.name`,
  },
  staff_profiles: { label: "Staff profile", name: person("t.user_id") },
  stock_group_items: {
    label: "Item of a stock group",
    name: `${named("stock_groups", "group_id")} || ' · ' || ${named("inventory_items", "inventory_item_id")}`,
  },
  stock_groups: { label: "Stock group", name: "t.name" },
  stock_locations: { label: "Place of the stock", name: "t.name" },
  supplier_prices: {
    label: "Price of a supplier",
    name: `${named("suppliers", "supplier_id")} || ' · ' || ${named("inventory_items", "inventory_item_id")}`,
  },
  suppliers: { label: "Supplier", name: "t.name" },
  tax_rates: { label: "Tax rate", name: "t.name || ' · ' || t.percent || ' %'" },
  workflow_templates: { label: "Workflow template", name: "t.name" },
};

/** Tables with `deleted_at` whose rows the trash does not offer, and why. */
export const NOT_RESTORABLE: Record<string, string> = {
  case_items: "Part of a case: comes back with it.",
  conversation_participants: "Who is in a conversation is changed there.",
  conversations: "Nobody deletes one: it ends with its case.",
  default_views: "Which view opens first is chosen anew with one press.",
  dentist_applications: "Purged with its documents once decided, as its applicant was promised.",
  invoice_items: "A line of a draft: work is put on the next draft by itself.",
  invoices:
    "A draft that was thrown away is drafted anew; a sent invoice is cancelled by a credit note, never deleted.",
  labs: "Opened and closed by whoever runs the installation.",
  memberships: "Access is given again under Users, where it shows what that allows.",
  messages: "A removed message is gone: its words are wiped when it is removed.",
  notifications: "What has been dealt with; kept for a year.",
  parcels: "Parts of a shipment: packed anew, with new labels.",
  performance_reviews: "Private to its reviewer, its person and admins: brought back among the reviews.",
  pickup_cases: "What a pick-up fetches is chosen on the shipment.",
  practice_members: "Access is given again at the practice, where it shows what that allows.",
  restoration_particulars: "What is asked of a restoration is chosen anew where it is set.",
  review_goals: "Part of a review, as private as that.",
  role_permissions: "A permission is given again in the matrix, where it shows what that allows.",
  rota_feeds: "An address that was withdrawn must not open again; a new one is made with one press.",
  route_stops:
    "Part of a route: comes back with it. Alone it would go to a place in the order that another stop has taken.",
  route_template_stops: "Part of a template of routes: comes back with it.",
  saved_views: "Its owner's alone; saved again from the list with one press.",
  shipment_items: "What is in a shipment is packed there.",
  shipments: "Cancelled and made anew, never deleted.",
  staff_schedules: "A week's hours are set as a whole; an earlier week is entered again.",
  users: "An account belongs to its person and may be of several labs; access is given again under Users.",
  workflow_stages: "Part of a case's work: what the bench undid is done again there.",
  workflow_template_stages: "Part of a workflow template: comes back with it.",
};
