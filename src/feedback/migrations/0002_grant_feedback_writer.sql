-- The role that a server needs, and no more: it stores and completes posts, and cannot read a comment. It has
-- no login of its own: the operator's login is made a member of it (docs/feedback.md).
-- Where the migrating role may not create roles, everything else works without it: a warning says so.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'feedback_writer') THEN
    CREATE ROLE feedback_writer NOLOGIN;
  END IF;

  EXECUTE format('GRANT USAGE ON SCHEMA %I TO feedback_writer', current_schema());

  GRANT INSERT (id, page, lang, rating, answer, comment, comment_digest, form_version, page_revision),
    UPDATE (rating, answer, comment, comment_digest, form_version, page_revision, updated_at),
    SELECT (id, page, lang, rating, answer, comment_digest, form_version, page_revision, created_at, updated_at)
    ON feedback, feedback_suspect TO feedback_writer;
  GRANT INSERT (reason) ON feedback_suspect TO feedback_writer;

  -- Absent where the platform applies the migrations.
  IF to_regclass('feedback_migrations') IS NOT NULL THEN
    GRANT SELECT ON feedback_migrations TO feedback_writer;
  END IF;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'The role feedback_writer was not set up (%). The site works with the role it has; docs/feedback.md says how to set it up by hand.', SQLERRM;
END
$$;
