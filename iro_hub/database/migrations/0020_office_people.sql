-- The command line's side: people, teams, devices, who may see whom. It reaches no record's words.

CREATE FUNCTION hub_office.note(
  p_did text, p_person uuid, p_child uuid, p_about text DEFAULT ''
) RETURNS void LANGUAGE sql AS $$
  INSERT INTO hub.audit (operator, did, person, child, about)
  VALUES (session_user, p_did, p_person, p_child, p_about)
$$;

-- A team by its name, or by its id.
CREATE FUNCTION hub_office.team_named(p_name text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_team uuid := (SELECT id FROM hub.team WHERE name = btrim(p_name) OR id::text = p_name
                   ORDER BY name = p_name DESC LIMIT 1);
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

-- What the office lists is for the operator's eyes: names of staff, ids of children.
CREATE VIEW hub_office.people AS
  SELECT p.id::text, p.name, p.role, t.name AS team, p.whole_service,
         p.deactivated_at IS NULL AS is_active, coalesce(p.issuer, '') AS issuer,
         coalesce(p.subject, '') AS subject
    FROM hub.person p JOIN hub.team t ON t.id = p.team;

CREATE VIEW hub_office.teams AS
  SELECT t.id::text, t.name, coalesce(w.name, '') AS within
    FROM hub.team t LEFT JOIN hub.team w ON w.id = t.within;

CREATE VIEW hub_office.devices AS
  SELECT d.id, d.person::text, p.name AS person_name, d.enrolled_at, d.last_seen, d.revoked_at,
         d.revoked_why,
         (SELECT t.left_at FROM hub.token t WHERE t.device = d.id
           ORDER BY t.made_at DESC LIMIT 1) AS left_at
    FROM hub.device d JOIN hub.person p ON p.id = d.person;

CREATE VIEW hub_office.groups AS
  SELECT g.issuer, g.group_name, g.role, t.name AS team, g.whole_service, g.position
    FROM hub.group_role g JOIN hub.team t ON t.id = g.team;

CREATE VIEW hub_office.allocations AS
  SELECT a.id, a.child::text, a.person::text, p.name AS person_name, a.access, a.review::text,
         a.until, a.made_at, a.ended_at,
         -- As hub.today() says, which only the owner may ask.
         a.ended_at IS NULL
           AND (a.until IS NULL OR a.until >= (now() AT TIME ZONE 'Europe/London')::date)
           AS is_open
    FROM hub.allocation a JOIN hub.person p ON p.id = a.person;

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

-- What is NULL stays. Under the former name people may still send what they wrote so.
CREATE FUNCTION hub_office.change_person(
  p_person text, p_name text, p_role text, p_team text, p_whole_service boolean, p_issuer text,
  p_subject text
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_person hub.person := hub_office.person_of(p_person);
BEGIN
  IF p_name IS NOT NULL AND btrim(p_name) <> v_person.name THEN
    INSERT INTO hub.former_name VALUES (v_person.id, v_person.name) ON CONFLICT DO NOTHING;
  END IF;
  UPDATE hub.person
     SET name = coalesce(btrim(p_name), name),
         role = coalesce(p_role, role),
         team = CASE WHEN p_team IS NULL THEN team ELSE hub_office.team_named(p_team) END,
         whole_service = coalesce(p_role, role) = 'manager'
                         AND coalesce(p_whole_service, whole_service),
         issuer = CASE WHEN p_issuer IS NULL THEN issuer ELSE nullif(p_issuer, '') END,
         subject = CASE WHEN p_issuer IS NULL THEN subject ELSE nullif(p_subject, '') END,
         by_groups = by_groups AND p_role IS NULL AND p_team IS NULL
   WHERE id = v_person.id;
  PERFORM hub_office.note('change_person', v_person.id, NULL);
EXCEPTION
  WHEN unique_violation THEN
    PERFORM hub.refuse('identity_in_use');
  WHEN foreign_key_violation OR check_violation THEN
    PERFORM hub.refuse('no_such_role');
END
$$;

CREATE FUNCTION hub_office.deactivate(p_person text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_person hub.person := hub_office.person_of(p_person);
BEGIN
  UPDATE hub.person SET deactivated_at = coalesce(deactivated_at, now()) WHERE id = v_person.id;
  UPDATE hub.enrol_code SET used_at = now() WHERE person = v_person.id AND used_at IS NULL;
  PERFORM hub_office.note('deactivate', v_person.id, NULL);
END
$$;

CREATE FUNCTION hub_office.reactivate(p_person text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_person hub.person := hub_office.person_of(p_person);
BEGIN
  UPDATE hub.person SET deactivated_at = NULL WHERE id = v_person.id;
  PERFORM hub_office.note('reactivate', v_person.id, NULL);
END
$$;

CREATE FUNCTION hub_office.revoke(p_device text, p_why text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_person uuid;
BEGIN
  UPDATE hub.device SET revoked_at = coalesce(revoked_at, now()), revoked_why = p_why
   WHERE id = p_device RETURNING person INTO v_person;
  IF v_person IS NULL THEN
    PERFORM hub.refuse('no_such_device');
  END IF;
  PERFORM hub_office.note('revoke', v_person, NULL, p_device);
END
$$;

CREATE FUNCTION hub_office.map_group(
  p_issuer text, p_group text, p_role text, p_team text, p_whole_service boolean
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
BEGIN
  INSERT INTO hub.group_role (issuer, group_name, role, team, whole_service)
  VALUES (p_issuer, p_group, p_role, hub_office.team_named(p_team), p_whole_service)
  ON CONFLICT (issuer, group_name) DO UPDATE
    SET role = excluded.role, team = excluded.team, whole_service = excluded.whole_service;
  PERFORM hub_office.note('map_group', NULL, NULL);
EXCEPTION WHEN foreign_key_violation OR check_violation THEN
  PERFORM hub.refuse('no_such_role');
END
$$;

CREATE FUNCTION hub_office.unmap_group(p_issuer text, p_group text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
BEGIN
  DELETE FROM hub.group_role WHERE issuer = p_issuer AND group_name = p_group;
  IF NOT FOUND THEN
    PERFORM hub.refuse('no_such_group');
  END IF;
  PERFORM hub_office.note('unmap_group', NULL, NULL);
END
$$;
