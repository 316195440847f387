-- The command line's side: people, teams, devices, who may see whom. It reaches no record's words.

CREATE FUNCTION hub_office.note(
  p_did text, p_person uuid, p_child uuid, p_about text DEFAULT ''
) RETURNS void LANGUAGE sql AS $$
  INSERT INTO hub.audit (operator, did, person, child, about)
  VALUES (session_user, p_did, p_person, p_child, p_about)
$$;

CREATE FUNCTION hub_office.team_named(p_name text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_team uuid := (SELECT id FROM hub.team WHERE name = p_name);
BEGIN
  IF v_team IS NULL THEN
    PERFORM hub.refuse('no_such_team');
  END IF;
  RETURN v_team;
END
$$;

-- A person, of one of these roles where any are named.
CREATE FUNCTION hub_office.person_of(p_person text, VARIADIC p_roles text[] DEFAULT '{}')
RETURNS hub.person LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_person hub.person;
BEGIN
  SELECT * INTO v_person FROM hub.person WHERE id = hub.uuid_of(p_person);
  IF NOT FOUND THEN
    PERFORM hub.refuse('no_such_person');
  ELSIF cardinality(p_roles) > 0 AND NOT v_person.role = ANY (p_roles) THEN
    PERFORM hub.refuse('other_role');
  END IF;
  RETURN v_person;
END
$$;

CREATE FUNCTION hub_office.name_hub(p_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
BEGIN
  UPDATE hub.itself SET name = btrim(p_name);
  PERFORM hub_office.note('name_hub', NULL, NULL);
END
$$;

CREATE FUNCTION hub_office.add_team(p_name text, p_within text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_team uuid;
BEGIN
  INSERT INTO hub.team (name, within)
  VALUES (
    btrim(p_name), CASE WHEN p_within <> '' THEN hub_office.team_named(p_within) END
  )
  RETURNING id INTO v_team;
  PERFORM hub_office.note('add_team', NULL, NULL, v_team::text);
  RETURN v_team;
EXCEPTION WHEN unique_violation THEN
  PERFORM hub.refuse('team_exists');
END
$$;

CREATE FUNCTION hub_office.add_person(
  p_name text, p_role text, p_team text, p_whole_service boolean, p_issuer text, p_subject text
) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_person uuid;
BEGIN
  INSERT INTO hub.person (name, role, team, whole_service, issuer, subject)
  VALUES (
    btrim(p_name), p_role, hub_office.team_named(p_team), p_whole_service,
    nullif(p_issuer, ''), nullif(p_subject, '')
  )
  RETURNING id INTO v_person;
  PERFORM hub_office.note('add_person', v_person, NULL);
  RETURN v_person;
EXCEPTION
  WHEN unique_violation THEN
    PERFORM hub.refuse('identity_in_use');
  WHEN foreign_key_violation OR check_violation THEN
    PERFORM hub.refuse('no_such_role');
END
$$;

CREATE FUNCTION hub_office.enrol_code(p_person text, p_hash bytea, p_minutes integer)
RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_person hub.person := hub_office.person_of(p_person);
  v_until timestamptz := now() + make_interval(mins => p_minutes);
BEGIN
  IF v_person.deactivated_at IS NOT NULL THEN
    PERFORM hub.refuse('deactivated');
  ELSIF p_minutes NOT BETWEEN 1 AND 7 * 24 * 60 THEN
    PERFORM hub.refuse('malformed');
  END IF;
  DELETE FROM hub.enrol_code WHERE expires_at < now() - interval '30 days';
  INSERT INTO hub.enrol_code (hash, person, expires_at) VALUES (p_hash, v_person.id, v_until);
  PERFORM hub_office.note('enrol_code', v_person.id, NULL);
  RETURN v_until;
END
$$;

-- Another child's or person's access, from now on.
CREATE FUNCTION hub_office.give(
  p_child uuid, p_person hub.person, p_access text, p_review uuid, p_until date
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_person.deactivated_at IS NOT NULL THEN
    PERFORM hub.refuse('deactivated');
  END IF;
  -- What is given anew takes the place of the same before: a longer cover, or a shorter one.
  UPDATE hub.allocation SET ended_at = now()
   WHERE person = p_person.id AND child = p_child AND access = p_access
     AND review IS NOT DISTINCT FROM p_review AND ended_at IS NULL;
  INSERT INTO hub.allocation (person, child, access, review, until)
  VALUES (p_person.id, p_child, p_access, p_review, p_until);
  PERFORM hub_office.note(p_access, p_person.id, p_child, coalesce(p_until::text, ''));
END
$$;

-- A child's own IRO. Whoever was it before is so no longer.
CREATE FUNCTION hub_office.allocate(p_child text, p_person text, p_team text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_child uuid := hub.uuid_of(p_child);
  v_person hub.person := hub_office.person_of(p_person, 'iro');
  v_team uuid := CASE WHEN p_team <> '' THEN hub_office.team_named(p_team) ELSE v_person.team END;
BEGIN
  PERFORM pg_advisory_xact_lock(hub.lock_of(v_child::text));
  INSERT INTO hub.child (id, team) VALUES (v_child, v_team)
  ON CONFLICT (id) DO UPDATE SET team = excluded.team;
  UPDATE hub.allocation SET ended_at = now()
   WHERE child = v_child AND access = 'own' AND ended_at IS NULL AND person <> v_person.id;
  PERFORM hub_office.give(v_child, v_person, 'own', NULL, NULL);
END
$$;

CREATE FUNCTION hub_office.known_child(p_child text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_child uuid := (SELECT id FROM hub.child WHERE id = hub.uuid_of(p_child));
BEGIN
  IF v_child IS NULL THEN
    PERFORM hub.refuse('no_such_child');
  END IF;
  RETURN v_child;
END
$$;

CREATE FUNCTION hub_office.cover(p_child text, p_person text, p_until date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
BEGIN
  IF p_until IS NULL THEN
    PERFORM hub.refuse('malformed');
  END IF;
  PERFORM hub_office.give(
    hub_office.known_child(p_child), hub_office.person_of(p_person, 'iro'), 'cover', NULL, p_until
  );
END
$$;
