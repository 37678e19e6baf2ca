-- Equal texts beyond a few an hour are kept apart, and an index finds them (src/feedback/store/confirm-suspicion.ts).

CREATE INDEX feedback_equal_texts ON feedback (comment_digest, (coalesce(updated_at, created_at)))
  WHERE comment_digest IS NOT NULL;

ALTER TABLE feedback_suspect
  DROP CONSTRAINT feedback_suspect_reason,
  ADD CONSTRAINT feedback_suspect_reason CHECK (reason IN ('honeypot', 'flood', 'repeated', 'no-origin'));
