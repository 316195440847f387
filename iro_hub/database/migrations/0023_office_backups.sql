-- Up to which moment a verified backup holds everything: laptops let go of nothing that is younger.

-- The last moment of which it is certain that whatever was received by then is seen by every
-- transaction that begins now, such as a backup. What is received bears no moment before its
-- transaction began, so the oldest that still runs counts. A second for one that is beginning just
-- now; and who may not see the others' transactions takes longer than any of them may last.
CREATE FUNCTION hub.settled_moment() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT CASE
    WHEN pg_has_role(session_user, 'pg_read_all_stats', 'USAGE')
      THEN least(now(), min(a.xact_start)) - interval '1 second'
    ELSE now() - 2 * hub.longest_call()
  END
    FROM pg_stat_activity a
   WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
     AND a.backend_type = 'client backend'
$$;

-- A backup that began at or after this moment was restored elsewhere and verified.
CREATE FUNCTION hub.note_backup(p_up_to timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_up_to IS NULL OR p_up_to > now() THEN
    PERFORM hub.refuse('malformed');
  END IF;
  UPDATE hub.itself SET backed_up_to = greatest(backed_up_to, p_up_to);
  INSERT INTO hub.audit (operator, did, about)
  VALUES (session_user, 'backup', hub.iso(p_up_to));
END
$$;
