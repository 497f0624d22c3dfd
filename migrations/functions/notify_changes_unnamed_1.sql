-- Announces that a statement changed rows, and not which, on channel jarvis_changes: {"topic": table, "op": ...,
-- "ids": null}. The key of a session lets somebody in, and every role of the database may listen. It stands in place of
-- the function of that key column, which only sessions have, so that triggers attached before become quiet as well.
CREATE OR REPLACE FUNCTION desktop.notify_changes_by_sid() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    changed boolean := true;
BEGIN
    IF TG_OP = 'DELETE' THEN
        changed := EXISTS (SELECT FROM old_rows);
    ELSIF TG_OP <> 'TRUNCATE' THEN
        changed := EXISTS (SELECT FROM new_rows);
    END IF;
    IF changed THEN
        PERFORM pg_notify('jarvis_changes', json_build_object('topic', TG_TABLE_NAME, 'op', TG_OP, 'ids', NULL)::text);
    END IF;
    RETURN NULL;
END
$$;
