import { saveStatement } from "./save-statement.ts";

/** An id that no browser makes, so that the probe never meets a post. */
const PROBE_ID = "00000000-0000-4000-8000-000000000000";

/** Any code that PostgreSQL does not use itself. */
const UNDO = "FB000";

/**
 * A statement that fails exactly when a post could not be stored: because the database is full or
 * read-only, or the role may not write. It stores a post by the very statement that stores them
 * all, and undoes it. No row is left, and the database's log stays silent.
 */
export const WRITE_PROBE = `
  DO $probe$
  BEGIN
    EXECUTE $save$${saveStatement({ table: "feedback", hasComment: false })}$save$
      USING '${PROBE_ID}'::uuid, NULL::uuid, '/'::text, 'it'::text, 5::smallint, NULL::text,
        NULL::text, NULL::text, '00000000'::text, '000000000000'::text;
    RAISE SQLSTATE '${UNDO}';
  EXCEPTION WHEN SQLSTATE '${UNDO}' THEN
    NULL;
  END
  $probe$`;
