-- Finding a lot by what is printed on it.

-- The ids of the acting lab's lots whose number contains the words, the newest, at most `most`.
CREATE FUNCTION search_lots(words text, most int DEFAULT 50) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id FROM lots l
  WHERE l.lab_id = (SELECT app_lab_id()) AND l.deleted_at IS NULL AND NOT l.is_unnumbered
    AND l.number ILIKE '%' || replace(replace(replace(trim(words), '\', '\\'), '%', '\%'), '_', '\_') || '%'
  ORDER BY l.id DESC LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION search_lots(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_lots(text, int) TO casepan_lab;
