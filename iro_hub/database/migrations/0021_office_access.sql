-- Who may see which child, and until when. Nothing here ever removes a row: it ends.

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

-- A part in a child's record: of one review or all of them (business support), or as the child's
-- social worker or their manager.
CREATE FUNCTION hub_office.assign(p_child text, p_person text, p_review text, p_until date)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_person hub.person := hub_office.person_of(
    p_person, 'business_support', 'social_worker', 'team_manager'
  );
  v_is_support boolean := v_person.role = 'business_support';
BEGIN
  IF p_review <> '' AND NOT v_is_support THEN
    PERFORM hub.refuse('other_role');
  END IF;
  PERFORM hub_office.give(
    hub_office.known_child(p_child), v_person,
    CASE WHEN v_is_support THEN 'assigned' ELSE 'part' END,
    CASE WHEN p_review <> '' THEN hub.uuid_of(p_review) END, p_until
  );
END
$$;

CREATE FUNCTION hub_office.sample(p_child text, p_person text, p_until date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
BEGIN
  IF p_until IS NULL THEN
    PERFORM hub.refuse('malformed');
  END IF;
  PERFORM hub_office.give(
    hub_office.known_child(p_child), hub_office.person_of(p_person, 'auditor'), 'sample', NULL,
    p_until
  );
END
$$;

-- End whatever access a person has to a child, by review where one is named. Says how many ended.
CREATE FUNCTION hub_office.end_access(p_child text, p_person text, p_review text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_child uuid := hub_office.known_child(p_child);
  v_person hub.person := hub_office.person_of(p_person);
  v_ended bigint;
BEGIN
  UPDATE hub.allocation SET ended_at = now()
   WHERE child = v_child AND person = v_person.id AND ended_at IS NULL
     AND (p_review = '' OR review::text = p_review);
  GET DIAGNOSTICS v_ended = ROW_COUNT;
  PERFORM hub_office.note('end_access', v_person.id, v_child, p_review);
  RETURN v_ended;
END
$$;

CREATE FUNCTION hub_office.move_child(p_child text, p_team text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_child uuid := hub_office.known_child(p_child);
BEGIN
  UPDATE hub.child SET team = hub_office.team_named(p_team) WHERE id = v_child;
  PERFORM hub_office.note('move_child', NULL, v_child);
END
$$;
