-- A stop's version changes with what is to be done there. Another place in the order, another window, an expected time or words about it leave it,
-- or a driver's phone that was out of reach would be refused what it did at the door.
DROP TRIGGER bump_version ON route_stops;
CREATE TRIGGER bump_version BEFORE UPDATE OF route_id, practice_id, status, deleted_at ON route_stops FOR EACH ROW EXECUTE FUNCTION bump_version();
