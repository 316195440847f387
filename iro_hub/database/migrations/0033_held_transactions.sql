-- What somebody with the gateway's own password could still do with a transaction, or with the server.

-- A call counts only where it sees the present. In a transaction that keeps an older snapshot, or was
-- handed one by another session, a device that was revoked since is not revoked yet: it could read
-- on, and what it writes would join the record instead of waiting in quarantine.
CREATE FUNCTION hub.check_transaction() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed'
     OR now() < clock_timestamp() - hub.longest_call() THEN
    PERFORM hub.refuse('unavailable');
  END IF;
END
$$;

-- As in 0010, but for its first step.
CREATE OR REPLACE FUNCTION hub.identify(p_token text) RETURNS hub.calling LANGUAGE plpgsql AS $$
DECLARE
  v_caller hub.calling;
  v_token record;
BEGIN
  PERFORM hub.check_transaction();
  SELECT t.hash, t.device, t.made_at, t.expires_at, t.used_at, t.ended_at, d.last_seen,
         p.id AS person, p.name, p.role, p.team, p.whole_service,
         CASE WHEN p.deactivated_at IS NOT NULL THEN 'deactivated'
              WHEN d.revoked_at IS NOT NULL THEN 'revoked'
              ELSE '' END AS ended
    INTO v_token
    FROM hub.token t
    JOIN hub.device d ON d.id = t.device
    JOIN hub.person p ON p.id = d.person
   WHERE t.hash = hub.hash_of(p_token);
  IF NOT FOUND THEN
    PERFORM hub.refuse('unauthenticated');
  END IF;
  IF v_token.ended = '' AND (v_token.ended_at IS NOT NULL OR v_token.expires_at <= now()) THEN
    PERFORM hub.refuse('expired');
  END IF;
  IF v_token.used_at IS NULL THEN
    -- The laptop has the new token, so the ones before it end: not sooner, or an answer lost on
    -- the way back would lock the laptop out.
    UPDATE hub.token SET used_at = now() WHERE hash = v_token.hash;
    UPDATE hub.token SET ended_at = now()
     WHERE device = v_token.device AND hash <> v_token.hash AND ended_at IS NULL
       AND made_at <= v_token.made_at;
  END IF;
  IF v_token.last_seen < now() - interval '1 hour' THEN
    UPDATE hub.device SET last_seen = now() WHERE id = v_token.device;
  END IF;
  v_caller := ROW(
    v_token.person, v_token.name, v_token.role, v_token.team, v_token.whole_service,
    v_token.device, v_token.expires_at, v_token.ended
  );
  RETURN v_caller;
END
$$;

-- Days that are put together as text are written in one way, whatever a session has set.
ALTER FUNCTION hub.changed(text, text) SET datestyle = 'ISO';

-- PostgreSQL lets everybody hold its advisory locks, fill its disk with large objects, hand on
-- snapshots and end their own role's sessions: so the password of one gateway could stop the others.
-- Nobody in this database needs any of it but the owner. It takes a superuser to say so; without
-- one (a database that is rented) it stays as it is, and docs/hub/operators.md says what that means.
DO $$
DECLARE
  v_function regprocedure;
BEGIN
  SET LOCAL ROLE NONE;
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    FOR v_function IN
      SELECT oid::regprocedure
        FROM pg_proc
       WHERE pronamespace = 'pg_catalog'::regnamespace
         AND (proname ~ '^pg_(try_)?advisory_'
              OR proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'pg_export_snapshot',
                             'pg_cancel_backend', 'pg_terminate_backend'))
    LOOP
      EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', v_function);
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO iro_hub_owner', v_function);
    END LOOP;
  END IF;
  SET LOCAL ROLE iro_hub_owner;
END
$$;

-- A gateway whose clock was set back believes an identity token of hours ago, which the database has
-- let go of meanwhile as over: the same one would open the door again. Here the clock is the hub's.
ALTER FUNCTION hub.sign_in(text, text, text, text[], bytea, timestamptz, text, text, bytea)
  RENAME TO take_identity;
REVOKE EXECUTE ON FUNCTION
  hub.take_identity(text, text, text, text[], bytea, timestamptz, text, text, bytea)
FROM iro_sign_in;
CREATE FUNCTION hub.sign_in(
  p_issuer text, p_subject text, p_name text, p_groups text[], p_used bytea,
  p_used_until timestamptz, p_device text, p_sealing_key text, p_hash bytea
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  PERFORM hub.check_transaction();
  IF p_used_until < now() - interval '2 minutes' THEN
    PERFORM hub.refuse('unauthenticated');
  END IF;
  RETURN hub.take_identity(
    p_issuer, p_subject, p_name, p_groups, p_used, p_used_until, p_device, p_sealing_key, p_hash
  );
END
$$;
GRANT EXECUTE ON FUNCTION
  hub.sign_in(text, text, text, text[], bytea, timestamptz, text, text, bytea)
TO iro_sign_in;
