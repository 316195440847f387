-- The command line's side of quarantine, council settings, escrow and audit.

CREATE VIEW hub_office.quarantine AS
  SELECT q.bundle::text, q.child::text, q.person::text, p.name AS person_name, q.received_at, q.serial,
         cardinality(q.bodies) AS revisions, q.why
    FROM hub.quarantine q JOIN hub.person p ON p.id = q.person
   WHERE q.decision IS NULL;

CREATE VIEW hub_office.audit AS
  SELECT a.serial, a.at, a.person::text, coalesce(p.name, '') AS person_name, a.device,
         a.operator, a.did, a.child::text, a.about, a.many
    FROM hub.audit a LEFT JOIN hub.person p ON p.id = a.person;

CREATE VIEW hub_office.settings AS
  SELECT name, version, from_day, content, signature, published_at FROM hub.council_setting;

CREATE VIEW hub_office.about AS
  SELECT i.id::text, i.name, i.verify_key, i.escrow_key,
         (SELECT count(*) FROM hub.child) AS children,
         (SELECT count(*) FROM hub.person WHERE deactivated_at IS NULL) AS people,
         (SELECT count(*) FROM hub.device WHERE revoked_at IS NULL) AS devices,
         (SELECT coalesce(sum(last_seq), 0)::bigint FROM hub.child) AS revisions,
         (SELECT count(*) FROM hub.quarantine WHERE decision IS NULL) AS waiting,
         pg_database_size(current_database()) AS bytes,
         (SELECT array_agg(m.name ORDER BY m.name) FROM hub.migration m) AS migrations,
         i.backed_up_to
    FROM hub.itself i;

CREATE FUNCTION hub_office.decide_quarantine(p_bundle text, p_decision text, p_reason text)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_aside hub.quarantine := hub.waiting_bundle(p_bundle);
BEGIN
  IF v_aside.bundle IS NULL THEN
    PERFORM hub.refuse('no_such_bundle');
  END IF;
  PERFORM hub.decide(v_aside, p_decision, p_reason, NULL, session_user::text);
  PERFORM hub_office.note(p_decision, v_aside.person, v_aside.child, v_aside.bundle::text);
END
$$;

-- Empty takes escrow back: pages sealed from then on are for the IRO's devices alone.
CREATE FUNCTION hub_office.set_escrow_key(p_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
BEGIN
  IF NOT coalesce(p_key ~ '^([0-9A-Za-z+/_-]{43}=?)?$', false) THEN
    PERFORM hub.refuse('malformed');
  END IF;
  UPDATE hub.itself SET escrow_key = p_key;
  PERFORM hub_office.note('set_escrow_key', NULL, NULL);
END
$$;

-- One version more than the last, signed with the key that laptops are told.
CREATE FUNCTION hub_office.publish_setting(
  p_name text, p_version integer, p_from_day date, p_content text, p_signature text,
  p_verify_key text
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
BEGIN
  LOCK TABLE hub.council_setting IN SHARE ROW EXCLUSIVE MODE;
  IF p_version <> 1 + coalesce(
    (SELECT max(version) FROM hub.council_setting WHERE name = p_name), 0
  ) THEN
    PERFORM hub.refuse('other_version');
  ELSIF coalesce(p_signature, '') = '' OR coalesce(p_verify_key, '') = '' THEN
    PERFORM hub.refuse('not_signed');
  END IF;
  INSERT INTO hub.council_setting (name, version, from_day, content, signature)
  VALUES (p_name, p_version, p_from_day, p_content, p_signature);
  UPDATE hub.itself SET verify_key = p_verify_key;
  PERFORM hub_office.note('publish_setting', NULL, NULL, p_name);
EXCEPTION WHEN check_violation THEN
  PERFORM hub.refuse('malformed');
END
$$;
