import { StatusBadge } from "../../ui/badge";

type Standing = { closedAt: Date | null; withdrawnAt: Date | null; notices: number; acknowledged: number };

/** Where a recall stands, in a word. */
export function RecallStatus({ of }: { of: Standing }) {
  if (of.withdrawnAt) return <StatusBadge tone="neutral">Withdrawn</StatusBadge>;
  if (of.closedAt) return <StatusBadge tone="success">Closed</StatusBadge>;
  if (of.acknowledged < of.notices)
    return (
      <StatusBadge tone="warning">
        {of.acknowledged} of {of.notices} acknowledged
      </StatusBadge>
    );
  return <StatusBadge tone="info">{of.notices > 0 ? "All acknowledged" : "Nobody to tell"}</StatusBadge>;
}
