-- How a device gets its token: a single-use code, an identity token that the gateway checked, or the
-- token before. The gateway makes the new token and tells its hash alone.

CREATE FUNCTION hub.token_days() RETURNS interval LANGUAGE sql IMMUTABLE AS $$
  SELECT interval '90 days'
$$;

-- A new token of a device; what the laptop is told about it.
CREATE FUNCTION hub.give_token(p_person uuid, p_device text, p_hash bytea) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  v_until timestamptz := now() + hub.token_days();
BEGIN
  IF p_hash IS NULL OR length(p_hash) <> 32 THEN
    PERFORM hub.refuse('malformed');
  END IF;
  INSERT INTO hub.token (hash, device, expires_at) VALUES (p_hash, p_device, v_until);
  RETURN json_build_object(
    'expires_at', hub.iso(v_until),
    'person', hub.person_json(p_person),
    'hub', (SELECT id FROM hub.itself),
    'hub_name', (SELECT name FROM hub.itself)
  );
END
$$;

-- A device of a person, new or enrolled again: what it had before ends at once.
CREATE FUNCTION hub.take_device(
  p_person uuid, p_device text, p_sealing_key text, p_reinstates boolean
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_device hub.device;
BEGIN
  IF NOT coalesce(
    p_device ~ '^[0-9A-Za-z._-]{1,64}$' AND p_device <> 'escrow'
      AND p_sealing_key ~ '^[0-9A-Za-z+/_-]{43}=?$',
    false
  ) THEN
    PERFORM hub.refuse('malformed');
  END IF;
  SELECT * INTO v_device FROM hub.device WHERE id = p_device FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO hub.device (id, person, sealing_key) VALUES (p_device, p_person, p_sealing_key);
    RETURN;
  END IF;
  -- A laptop that goes to a colleague starts with a new store, whose device has another name.
  IF v_device.person <> p_person THEN
    PERFORM hub.refuse('anothers_laptop');
  END IF;
  IF v_device.revoked_at IS NOT NULL AND NOT p_reinstates THEN
    PERFORM hub.refuse('revoked');
  END IF;
  IF v_device.sealing_key <> p_sealing_key THEN
    -- Nobody can open those any more.
    DELETE FROM hub.sealing_grant WHERE device = p_device;
  END IF;
  UPDATE hub.device
     SET sealing_key = p_sealing_key, revoked_at = NULL, revoked_why = '', last_seen = now()
   WHERE id = p_device;
  UPDATE hub.token SET ended_at = now() WHERE device = p_device AND ended_at IS NULL;
END
$$;

-- A code against a token. Its fault is a value: raising would undo the count of wrong codes.
--
-- Who tries codes from ever new places shuts no door for those who have a good one. A code has 120
-- bits, so guessing is hopeless from anywhere; what the bound over all places keeps small is what a
-- stranger can make the hub write down.
CREATE FUNCTION hub.enrol(
  p_code text, p_source text, p_device text, p_sealing_key text, p_hash bytea,
  OUT fault text, OUT enrolled text
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_source bytea := hub.hash_of(coalesce(p_source, ''));
  v_code hub.enrol_code;
  v_from_here bigint;
  v_from_anywhere bigint;
BEGIN
  fault := '';
  -- One at a time, so that a burst cannot pass before it is counted.
  PERFORM pg_advisory_xact_lock(hashtextextended('enrol', 8));
  DELETE FROM hub.attempt WHERE at < clock_timestamp() - interval '1 hour';
  SELECT count(*) FILTER (WHERE source = v_source), count(*) INTO v_from_here, v_from_anywhere
    FROM hub.attempt WHERE at > clock_timestamp() - interval '10 minutes';
  IF v_from_here >= 10 THEN
    fault := 'too_many_tries';
    RETURN;
  END IF;
  SELECT c.* INTO v_code
    FROM hub.enrol_code c
    JOIN hub.person p ON p.id = c.person AND p.deactivated_at IS NULL
   WHERE c.hash = hub.code_hash(p_code) AND c.used_at IS NULL AND c.expires_at > now()
     FOR UPDATE OF c;
  IF NOT FOUND AND v_from_anywhere >= 500 THEN
    fault := 'too_many_tries';
    RETURN;
  ELSIF NOT FOUND THEN
    INSERT INTO hub.attempt (source) VALUES (v_source);
    INSERT INTO hub.audit (did, about) VALUES ('wrong_code', encode(v_source, 'hex'));
    fault := 'unauthenticated';
    RETURN;
  END IF;
  BEGIN
    PERFORM hub.take_device(v_code.person, p_device, p_sealing_key, true);
    enrolled := hub.give_token(v_code.person, p_device, p_hash);
  EXCEPTION WHEN SQLSTATE 'IR001' THEN
    fault := SQLERRM;
    RETURN;
  END;
  UPDATE hub.enrol_code SET used_at = now(), device = p_device WHERE hash = v_code.hash;
  INSERT INTO hub.audit (person, device, did) VALUES (v_code.person, p_device, 'enrol');
END
$$;

-- Codes are read aloud and typed: spaces, hyphens and case do not count.
CREATE FUNCTION hub.code_hash(p_code text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT hub.hash_of(upper(regexp_replace(p_code, '[^0-9A-Za-z]', '', 'g')))
$$;

-- An identity that the gateway checked, against a token. `p_used` names that one identity token.
CREATE FUNCTION hub.sign_in(
  p_issuer text, p_subject text, p_name text, p_groups text[], p_used bytea,
  p_used_until timestamptz, p_device text, p_sealing_key text, p_hash bytea
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_person hub.person;
  v_group hub.group_role;
BEGIN
  PERFORM hub.check_transaction();
  IF coalesce(p_issuer, '') = '' OR coalesce(p_subject, '') = '' OR p_used IS NULL
     OR p_used_until IS NULL OR length(p_issuer) > 500 OR length(p_subject) > 500 THEN
    PERFORM hub.refuse('malformed');
  END IF;
  -- A gateway whose clock was set back believes an identity token of hours ago, which was let go of
  -- here meanwhile as over: the same one would open the door again. Here the clock is the hub's.
  IF p_used_until < now() - interval '2 minutes' THEN
    PERFORM hub.refuse('unauthenticated');
  END IF;
  DELETE FROM hub.used_identity WHERE expires_at < now();
  INSERT INTO hub.used_identity (hash, expires_at)
  VALUES (p_used, greatest(p_used_until, now() + interval '10 minutes'))
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    PERFORM hub.refuse('unauthenticated');
  END IF;

  SELECT * INTO v_group
    FROM hub.group_role
   WHERE issuer = p_issuer AND group_name = ANY (p_groups)
   ORDER BY position LIMIT 1;
  SELECT * INTO v_person
    FROM hub.person WHERE issuer = p_issuer AND subject = p_subject FOR UPDATE;
  IF v_person.id IS NULL THEN
    IF v_group.role IS NULL THEN
      PERFORM hub.refuse('not_your_role');
    END IF;
    INSERT INTO hub.person (name, role, team, whole_service, issuer, subject, by_groups)
    VALUES (
      coalesce(nullif(left(btrim(p_name), 200), ''), left(p_subject, 200)), v_group.role,
      v_group.team, v_group.whole_service, p_issuer, p_subject, true
    )
    RETURNING * INTO v_person;
    INSERT INTO hub.audit (person, did) VALUES (v_person.id, 'person_by_group');
  ELSIF v_person.deactivated_at IS NOT NULL THEN
    PERFORM hub.refuse('deactivated');
  ELSIF v_person.by_groups THEN
    -- Who left the group loses the role at the next sign-in, not the record that they kept.
    IF v_group.role IS NULL THEN
      PERFORM hub.refuse('not_your_role');
    END IF;
    UPDATE hub.person
       SET role = v_group.role, team = v_group.team, whole_service = v_group.whole_service
     WHERE id = v_person.id;
  END IF;
  PERFORM hub.take_device(v_person.id, p_device, p_sealing_key, false);
  INSERT INTO hub.audit (person, device, did) VALUES (v_person.id, p_device, 'sign_in');
  RETURN hub.give_token(v_person.id, p_device, p_hash);
END
$$;

-- A new token for the calling device. The old one goes on until the new one is first used.
CREATE FUNCTION hub.renew(p_token text, p_hash bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
BEGIN
  -- Of several answers lost on the way back, none was used: their tokens never open anything.
  UPDATE hub.token SET ended_at = now()
   WHERE device = v_caller.device AND used_at IS NULL AND ended_at IS NULL;
  PERFORM hub.note(v_caller, 'renew', NULL, 0);
  RETURN hub.give_token(v_caller.person, v_caller.device, p_hash);
END
$$;

-- A laptop that leaves ends its own token, so that nothing is left that opens the hub.
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
