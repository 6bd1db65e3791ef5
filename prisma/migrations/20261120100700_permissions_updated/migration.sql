-- The one table with an updated_at that nothing kept.
CREATE TRIGGER set_updated_at BEFORE UPDATE ON permissions FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
