import { conflict, Refusal } from "@/lib/access/errors";

/** What the database's own rules say to a person, by constraint or index name. */
const WORDS: Record<string, () => Refusal> = {
  invoices_paid_at_most_total: () =>
    conflict("payment_exceeds_balance", "This payment is more than what is still owed on the invoice."),
  payments_spent_at_most_amount: () => conflict("credit_spent", "This is more than what is left of the payment."),
  credit_notes_spent_at_most_total: () =>
    conflict("credit_spent", "This is more than what is left of the credit note."),
  credit_note_items_at_most_line: () => conflict("credited_too_much", "More of a line was given back than it has."),
  credit_note_items_of_invoice: () => conflict("line_of_another", "One of these lines is not on this invoice."),
  credit_note_items_free_whole_lines: () =>
    conflict("credited_in_part", "Only a line given back whole may be invoiced again."),
  credit_notes_on_sent_invoice: () => conflict("invoice_not_sent", "Only an invoice that was sent can be credited."),
  invoices_credited_at_most_total: () => conflict("credited_too_much", "This invoice was given back already."),
  invoices_credited_once_sent: () =>
    conflict("invoice_sent", "This invoice was sent: a credit note takes it back, it cannot be cancelled."),
  allocations_taken_back_at_most: () =>
    conflict("nothing_to_take_back", "Nothing of this settles that invoice any more."),
  refunds_of_practice: () => conflict("refund_of_another", "This credit is not this practice's."),
  allocations_on_open_invoice: () => conflict("invoice_not_payable", "This invoice is not open for payments."),
  invoice_items_only_in_draft: () => conflict("invoice_not_draft", "This invoice was sent and can no longer change."),
  invoices_fixed_once_sent: () => conflict("invoice_not_draft", "This invoice was sent and can no longer change."),
  invoices_without_exceptions: () =>
    conflict("invoice_has_exceptions", "A line of this invoice still needs its price. Fix it, then send the invoice."),
  invoices_cancelled_unpaid: () =>
    conflict("invoice_has_payments", "Money was received on this invoice, so it cannot be cancelled."),
  invoice_items_once_per_item: () => conflict("already_invoiced", "This item is on an invoice already."),
  inventory_items_on_hand_not_negative: () => conflict("not_enough_stock", "There is not enough in stock."),
  lots_on_hand_not_negative: () => conflict("not_enough_stock", "There is not enough left of this lot."),
  lots_parts_within_it: () => conflict("not_enough", "There is not as much of this lot at that place."),
  lot_parts_not_negative: () => conflict("not_enough", "There is not as much of this lot at that place."),
  inventory_transactions_cost_of_lot: () =>
    conflict("cost_of_another_lot", "This lot was received at another cost, and something of it is still there."),
  inventory_transactions_lab_id_reverses_id_key: () =>
    conflict("already_undone", "This movement was taken back already."),
  inventory_items_live: () => conflict("item_code_taken", "Another item has this code."),
  inventory_items_gtin_live: () => conflict("item_barcode_taken", "Another item has this barcode number."),
  suppliers_live: () => conflict("supplier_exists", "There is a supplier of this name already."),
  stock_locations_live: () => conflict("location_exists", "There is a location of this name already."),
  supplier_prices_live: () =>
    conflict("price_exists", "This supplier has a price for this item from that day already."),
  stock_count_lines_in_one_count: () =>
    conflict(
      "being_counted",
      "Something of this is in another count that is still open. Approve or cancel that one first.",
    ),
  inventory_transactions_lot_expired: () =>
    conflict("lot_expired", "This lot expired. Put it aside and take another one."),
  inventory_transactions_lot_recalled: () =>
    conflict("lot_recalled", "This lot was recalled. Put it aside and take another one."),
  lot_recalls_standing: () => conflict("already_recalled", "This lot was recalled already."),
  stock_groups_live: () => conflict("group_name_taken", "Another group has this name."),
  stock_group_items_live: () => conflict("already_in_group", "This item is in the group already."),
  bill_lines_live: () => conflict("line_exists", "This is on the bill of that stage already. Change the line instead."),
  cases_pan_in_use: () => conflict("pan_in_use", "This pan already carries another open case."),
  holds_open: () => conflict("already_on_hold", "This case is already on hold."),
  workflow_stages_open: () => conflict("stage_already_open", "This item is already at another stage."),
  practices_place_live: () => conflict("practice_exists", "A practice with this name and postcode exists already."),
  practices_code_live: () => conflict("practice_code_taken", "Another practice has this code."),
  batches_running: () => conflict("machine_running", "This machine runs another load already."),
  batch_items_in_one_load: () => conflict("in_another_load", "This is in another load already."),
  equipment_downtimes_apart: () => conflict("already_down", "This machine was reported down already."),
  equipment_downtimes_planned_apart: () =>
    conflict("already_planned", "A downtime of this machine is planned for a part of this time already."),
  department_budgets_live: () => conflict("budget_exists", "A budget begins with this month already."),
  performance_reviews_of_another: () => conflict("own_review", "Nobody reviews themselves. Choose another reviewer."),
  performance_reviews_fixed_once_closed: () =>
    conflict("review_closed", "This review is closed and can no longer change."),
  performance_reviews_own_words: () =>
    conflict("not_the_reviewer", "Of your own review you change only what you say to it."),
  performance_reviews_rated: () => conflict("not_rated", "Rate at least one criterion before you share the review."),
  equipment_downtimes_planned_end: () => conflict("ends_before_start", "A planned downtime ends after it begins."),
  dentist_applications_waiting: () =>
    conflict("already_waiting", "An earlier application of this address is with the lab already."),
  case_drafts_scanner_order: () =>
    conflict("scanner_order_imported", "Its scanner order was imported again since, so this draft stays put away."),
  carriers_live: () => conflict("carrier_exists", "There is a parcel service of this name already."),
  shipments_by_driver_on_route: () =>
    conflict("other_way", "This does not go by driver. Change how it goes before you put it on a route."),
  route_templates_live: () => conflict("template_name_taken", "Another template of routes has this name."),
  delivery_routes_once_per_template: () =>
    conflict("route_made_already", "This template has another route on that day already."),
  shifts_apart: () => conflict("shift_overlaps", "This person has another shift at that time."),
  leave_requests_apart: () => conflict("leave_overlaps", "There is other leave in these days already."),
  staff_schedules_apart: () => conflict("week_overlaps", "Somebody changed this week at the same moment. Try again."),
  case_files_erased_stay_deleted: () =>
    conflict("erased", "The content of this file was erased at the patient's request. It cannot come back."),
  patients_live: () => conflict("patient_exists", "This practice has a patient with this reference already."),
  appointments_room_free: () => conflict("double_booked", "This room is booked at that time already."),
  appointment_people_free: () => conflict("double_booked", "Somebody invited is booked at that time already."),
  rooms_live: () => conflict("room_exists", "There is a room of this name already."),
};

type PostgresError = { code?: string; constraint?: string };
type PrismaError = {
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; constraint?: { index?: string } } } };
};

/** The database's own error code and constraint, also when Prisma wrapped them. */
function databaseError(thrown: object): PostgresError {
  const wrapped = (thrown as PrismaError).meta?.driverAdapterError?.cause;
  return wrapped ? { code: wrapped.originalCode, constraint: wrapped.constraint?.index } : (thrown as PostgresError);
}

/** The refusal behind an error: itself, or the database rule it broke. Anything unexpected answers null. */
export function asRefusal(thrown: unknown): Refusal | null {
  if (thrown instanceof Refusal) return thrown;
  if (typeof thrown !== "object" || thrown === null) return null;
  const error = databaseError(thrown);
  const words = error.constraint ? WORDS[error.constraint] : undefined;
  if (words) return words();
  switch (error.code) {
    case "23505":
      return conflict("already_exists", "Something with the same name or number exists already.");
    case "23503":
      return new Refusal(
        "not_found",
        "Something this refers to does not exist, or is not yours to see.",
        "reference_missing",
      );
    case "23514":
    case "22001":
    case "22003":
    case "22007":
    case "22008":
    case "22P02":
    case "22P05":
    case "22021":
      return new Refusal("invalid", "A value here is outside of what can be kept.");
    case "40001":
    case "40P01":
      return conflict("busy", "Someone was changing the same thing at this moment. Please try again.");
    default:
      return null;
  }
}
