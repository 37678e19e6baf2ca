-- What the statement of the server keeps to (src/feedback/store/save-statement.ts), kept to by the tables too: a post
-- may be completed or corrected for 30 minutes, and filled in for one more day. After that nobody changes a rating,
-- and only who owns the table may erase a comment or restore a suspect.

CREATE FUNCTION feedback_keep_after_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.created_at > now() - interval '30 minutes' THEN
    RETURN NEW;
  END IF;
  IF NEW.rating = OLD.rating AND (
    (OLD.created_at > now() - interval '24 hours 30 minutes' AND OLD.answer IS NULL AND OLD.comment_digest IS NULL)
    OR pg_has_role((SELECT relowner FROM pg_catalog.pg_class WHERE oid = TG_RELID), 'USAGE')
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The time for changing this post has passed'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'feedback_time', TABLE = TG_TABLE_NAME;
END
$$;

CREATE TRIGGER feedback_time BEFORE UPDATE ON feedback
  FOR EACH ROW EXECUTE FUNCTION feedback_keep_after_time();
CREATE TRIGGER feedback_time BEFORE UPDATE ON feedback_suspect
  FOR EACH ROW EXECUTE FUNCTION feedback_keep_after_time();
