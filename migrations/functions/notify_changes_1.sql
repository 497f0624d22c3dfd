-- Announces the rows that a statement changed on channel jarvis_changes: {"topic": table, "op": ..., "ids": [...]}.
-- There is one such function for each name of a key column, which stands where KEY does: a static query costs a third of
-- a dynamic one. More than 200 ids, or a payload over 7,000 bytes (PostgreSQL refuses 8,000 and would abort the writer),
-- becomes "ids": null. Nothing that goes wrong in here may stop the writer, so any error, such as a key column that was
-- renamed since, falls back to the topic alone.
CREATE FUNCTION desktop.notify_changes_by_KEY() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    ids text[];
    payload text;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(k) INTO ids FROM (SELECT KEY::text AS k FROM new_rows LIMIT 201) AS n;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(k) INTO ids FROM (SELECT KEY::text AS k FROM old_rows LIMIT 201) AS o;
    ELSIF TG_OP = 'UPDATE' THEN
        -- Both sides, because an UPDATE may change the key itself.
        SELECT array_agg(k) INTO ids FROM (
            (SELECT KEY::text AS k FROM new_rows LIMIT 201) UNION (SELECT KEY::text FROM old_rows LIMIT 201)
        ) AS u;
    END IF;
    IF ids IS NULL AND TG_OP <> 'TRUNCATE' THEN -- no row was changed
        RETURN NULL;
    END IF;
    IF cardinality(ids) > 200 THEN
        ids := NULL;
    END IF;
    payload := json_build_object('topic', TG_TABLE_NAME, 'op', TG_OP, 'ids', ids);
    IF octet_length(payload) > 7000 THEN
        payload := json_build_object('topic', TG_TABLE_NAME, 'op', TG_OP, 'ids', NULL);
    END IF;
    PERFORM pg_notify('jarvis_changes', payload);
    RETURN NULL;
EXCEPTION
    WHEN OTHERS THEN
        PERFORM pg_notify('jarvis_changes', json_build_object('topic', TG_TABLE_NAME, 'op', TG_OP, 'ids', NULL)::text);
        RETURN NULL;
END
$$;
