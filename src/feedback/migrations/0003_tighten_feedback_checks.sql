-- What the handler never writes and 0001 let pass by direct SQL: each table holds to the contract by itself.

DO $$
DECLARE
  target text;
  -- What String.prototype.trim takes away: https://tc39.es/ecma262/#sec-string.prototype.trim
  blank text := E' \t\n\u000b\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
BEGIN
  FOREACH target IN ARRAY ARRAY['feedback', 'feedback_suspect'] LOOP
    EXECUTE format(
      $sql$
        ALTER TABLE %I
          -- Version 4 from a browser, 8 from the server.
          ADD CONSTRAINT feedback_id_version CHECK (substr(id::text, 15, 1) IN ('4', '8')),
          ADD CONSTRAINT feedback_page_segments CHECK (page !~ '\\' AND page !~ '/\.\.?/' AND page !~* '%%2e'),
          ADD CONSTRAINT feedback_comment_normal CHECK (comment IS NFC NORMALIZED AND comment = btrim(comment, %L)),
          ADD CONSTRAINT feedback_times CHECK (isfinite(created_at) AND isfinite(updated_at))
      $sql$,
      target, blank
    );
  END LOOP;
END
$$;
