-- A parcel is found by what its carrier's label says.
CREATE INDEX parcels_tracking ON parcels (lab_id, tracking_number) WHERE tracking_number IS NOT NULL AND deleted_at IS NULL;
