-- What someone who may no longer write handed over: a manager of the child's team looks through it.

-- Whether each of these is in the record, or was kept aside of that device before.
CREATE FUNCTION hub.holds_all(p_device text, p_child uuid, p_bodies bytea[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM unnest(p_bodies) AS x (body),
    LATERAL (SELECT convert_from(x.body, 'UTF8') AS told) AS y
     WHERE NOT EXISTS (
       SELECT FROM hub.revision r
        WHERE r.id = (y.told::json ->> 'id')::uuid AND r.child = p_child AND r.body = y.told
     )
       AND NOT EXISTS (
         SELECT FROM hub.quarantine q
          WHERE q.device = p_device AND q.child = p_child AND x.body = ANY (q.bodies)
       )
  )
$$;

-- Keep a bundle out of the record for a manager to decide about. Bounded for each device.
--
-- A laptop whose store came out of its own backup is a device that the hub does not know. Where
-- access to a child ended meanwhile, nobody told that device to wipe the copy it has: it hears
-- nothing of the child, takes that for a hub that lost it, and sends all of it again. So whoever
-- sends what they may no longer write has a copy, and is told to wipe it; and what the hub has
-- already is no more work for the manager.
CREATE FUNCTION hub.keep_aside(
  p_caller hub.calling, p_bundle uuid, p_child uuid, p_carried boolean, p_digest bytea,
  p_bodies bytea[], p_why text
) RETURNS hub.outcome LANGUAGE plpgsql AS $$
DECLARE
  v_bytes bigint := (SELECT sum(length(body)) FROM unnest(p_bodies) AS x (body));
BEGIN
  IF EXISTS (SELECT FROM hub.child WHERE id = p_child) THEN
    PERFORM hub.note_copy(p_caller, p_child);
  END IF;
  IF hub.holds_all(p_caller.device, p_child, p_bodies) THEN
    RETURN ROW('accepted', '', 0, '', 0, '', '')::hub.outcome;  -- where it stands is not theirs
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(p_caller.device, 7));
  IF v_bytes + hub.bytes_aside(p_caller.device) > 256 * 1024 * 1024 THEN
    RETURN hub.refused('too_many');
  END IF;
  INSERT INTO hub.quarantine (
    bundle, child, person, device, carried, digest, why, bytes, bodies
  )
  VALUES (
    p_bundle, p_child, p_caller.person, p_caller.device, p_carried, p_digest, p_why, v_bytes,
    p_bodies
  );
  PERFORM hub.note(p_caller, 'quarantined', p_child, cardinality(p_bodies), p_bundle::text);
  RETURN hub.set_aside(p_why);
END
$$;

-- What a device has in quarantine, files included: two parts of one bound.
CREATE FUNCTION hub.bytes_aside(p_device text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT coalesce(sum(bytes), 0) FROM hub.quarantine
           WHERE device = p_device AND decision IS NULL)
       + (SELECT coalesce(sum(held), 0) FROM hub.file WHERE device = p_device AND is_aside);
END
$$;

-- The team whose manager decides: the child's, or the sender's where the hub knows no such child.
CREATE FUNCTION hub.team_aside(p_child uuid, p_person uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT team FROM hub.child WHERE id = p_child),
    (SELECT team FROM hub.person WHERE id = p_person)
  )
$$;

CREATE FUNCTION hub.quarantined_json(p_aside hub.quarantine) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object(
    'bundle', p_aside.bundle, 'child', p_aside.child, 'by', p_aside.person, 'by_name', p.name,
    'received_at', hub.iso(p_aside.received_at), 'revisions', cardinality(p_aside.bodies),
    'why', p_aside.why
  )
    FROM hub.person p WHERE p.id = p_aside.person
$$;

CREATE FUNCTION hub.quarantine(p_token text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
  v_bundles json;
BEGIN
  IF v_caller.role <> 'manager' THEN
    PERFORM hub.refuse('not_your_role');
  END IF;
  SELECT json_agg(hub.quarantined_json(q) ORDER BY q.serial) INTO v_bundles
    FROM hub.quarantine q
   WHERE q.decision IS NULL AND hub.manages(v_caller, hub.team_aside(q.child, q.person));
  PERFORM hub.note(v_caller, 'quarantine', NULL, coalesce(json_array_length(v_bundles), 0));
  RETURN json_build_object('bundles', coalesce(v_bundles, '[]'));
END
$$;

-- Let a bundle into the record, after all that came since, or keep it out for good. It stays here
-- either way.
CREATE FUNCTION hub.decide(
  p_aside hub.quarantine, p_decision text, p_reason text, p_person uuid, p_operator text
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_outcome hub.outcome;
  v_sender hub.person;
BEGIN
  IF p_decision IS NULL OR p_decision NOT IN ('release', 'set_aside')
     OR p_reason IS NULL OR length(p_reason) > 2000 THEN
    PERFORM hub.refuse('malformed');
  END IF;
  IF p_decision = 'release' THEN
    PERFORM pg_advisory_xact_lock(hub.lock_of(p_aside.child::text));
    SELECT * INTO v_sender FROM hub.person WHERE id = p_aside.person;
    IF NOT EXISTS (SELECT FROM hub.child WHERE id = p_aside.child) THEN
      PERFORM hub.begin_child(p_aside.child, v_sender.id, v_sender.team);
    END IF;
    v_outcome := hub.append(
      ROW(
        NULL, p_aside.bundle, p_aside.child, v_sender.id, v_sender.name, p_aside.device,
        clock_timestamp(), p_aside.carried, p_aside.digest, 0, 0, ''::bytea, 0, ''::bytea,
        p_person, p_operator
      ),
      p_aside.bodies, hub.headings_of(p_aside.child, p_aside.bodies)
    );
    IF v_outcome.outcome <> 'accepted' THEN
      PERFORM hub.refuse(v_outcome.why);
    END IF;
  END IF;
  UPDATE hub.quarantine
     SET decision = p_decision, reason = p_reason, decided_at = now(),
         decided_by = coalesce(p_person::text, p_operator)
   WHERE bundle = p_aside.bundle;
  UPDATE hub.file SET is_aside = false
   WHERE device = p_aside.device AND child = p_aside.child AND is_aside;
END
$$;

CREATE FUNCTION hub.waiting_bundle(p_bundle text) RETURNS hub.quarantine LANGUAGE plpgsql AS $$
DECLARE
  v_aside hub.quarantine;
BEGIN
  SELECT * INTO v_aside FROM hub.quarantine
   WHERE bundle = hub.uuid_of(p_bundle) AND decision IS NULL FOR UPDATE;
  RETURN v_aside;
END
$$;

CREATE FUNCTION hub.decide_quarantine(
  p_token text, p_bundle text, p_decision text, p_reason text
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
  v_aside hub.quarantine;
BEGIN
  IF v_caller.role <> 'manager' THEN
    PERFORM hub.refuse('not_your_role');
  END IF;
  v_aside := hub.waiting_bundle(p_bundle);
  IF v_aside.bundle IS NULL
     OR NOT hub.manages(v_caller, hub.team_aside(v_aside.child, v_aside.person)) THEN
    PERFORM hub.refuse('not_found');
  END IF;
  PERFORM hub.decide(v_aside, p_decision, p_reason, v_caller.person, NULL);
  PERFORM hub.note(
    v_caller, p_decision, v_aside.child, cardinality(v_aside.bodies), v_aside.bundle::text
  );
END
$$;
