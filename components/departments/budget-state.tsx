import { StatusBadge } from "../ui/badge";

/** Whether a cost is within its budget; nothing where none was set. `left` as a decimal string. */
export function BudgetState({ left }: { left: string | null }) {
  if (left === null) return <span className="text-muted">No budget</span>;
  return left.startsWith("-") ? (
    <StatusBadge tone="danger">Over budget</StatusBadge>
  ) : (
    <StatusBadge tone="success">Within budget</StatusBadge>
  );
}
