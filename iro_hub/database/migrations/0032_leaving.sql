-- A laptop that leaves ends its own token, so that nothing is left that opens the hub.

-- When a laptop left. Only on tokens that ended with that: one of a later enrolment has none.
ALTER TABLE hub.token ADD COLUMN left_at timestamptz;

-- Said twice, as where the answer was lost on its way, it changes nothing and is no fault. A token
-- that ended in another way ends nothing: it may be an older one of a laptop that goes on.
CREATE FUNCTION hub.leave(p_token text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling;
BEGIN
  IF EXISTS (
    SELECT FROM hub.token t
      JOIN hub.device d ON d.id = t.device AND d.revoked_at IS NULL
      JOIN hub.person p ON p.id = d.person AND p.deactivated_at IS NULL
     WHERE t.hash = hub.hash_of(p_token) AND t.left_at IS NOT NULL
  ) THEN
    RETURN;
  END IF;
  v_caller := hub.caller(p_token);
  -- Also one that was renewed and never used: its answer was lost, and nobody is to find it.
  UPDATE hub.token SET ended_at = now(), left_at = now()
   WHERE device = v_caller.device AND ended_at IS NULL;
  PERFORM hub.note(v_caller, 'leave', NULL, 0);
END
$$;
GRANT EXECUTE ON FUNCTION hub.leave(text) TO iro_gateway;

-- What the office lists says of a laptop that it left by itself: its newest token ended so.
CREATE OR REPLACE VIEW hub_office.devices AS
  SELECT d.id, d.person::text, p.name AS person_name, d.enrolled_at, d.last_seen, d.revoked_at,
         d.revoked_why,
         (SELECT t.left_at FROM hub.token t WHERE t.device = d.id
           ORDER BY t.made_at DESC LIMIT 1) AS left_at
    FROM hub.device d JOIN hub.person p ON p.id = d.person;
