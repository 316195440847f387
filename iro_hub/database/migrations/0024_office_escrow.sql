-- The council opens pages that were sealed for a child's IRO, with a key that the hub never had.
--
-- Two people's business: the operator's connection gives boxes and no words, and the key gives
-- words and no boxes. What is written down first cannot be taken back: boxes come only in a later
-- transaction than the line that says who asks for them, and why.

CREATE TABLE hub.escrow_opening (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  operator  text NOT NULL,
  named     text NOT NULL CHECK (length(named) BETWEEN 1 AND 200),  -- who they say they are
  purpose   text NOT NULL CHECK (purpose IN ('open', 'grant')),
  child     uuid NOT NULL REFERENCES hub.child,
  review    uuid,
  reason    text NOT NULL CHECK (length(btrim(reason)) BETWEEN 1 AND 2000),
  pages     bigint NOT NULL
);
CREATE TRIGGER stays_as_it_is BEFORE UPDATE OR DELETE OR TRUNCATE ON hub.escrow_opening
  FOR EACH STATEMENT EXECUTE FUNCTION hub.stays_as_it_is();

CREATE FUNCTION hub.is_sealed(p_body text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(json_typeof(p_body::json -> 'sealed') = 'object', false)
$$;

-- The first step: who asks, for what, and why. Says how many pages there are.
CREATE FUNCTION hub_office.ask_escrow(
  p_purpose text, p_child text, p_review text, p_named text, p_reason text,
  OUT opening bigint, OUT pages bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_child uuid := hub_office.known_child(p_child);
  v_review uuid := CASE WHEN p_review <> '' THEN hub.uuid_of(p_review) END;
BEGIN
  SELECT count(*) INTO pages
    FROM hub.revision r
   WHERE r.child = v_child AND (v_review IS NULL OR r.review = v_review) AND hub.is_sealed(r.body);
  INSERT INTO hub.escrow_opening (operator, named, purpose, child, review, reason, pages)
  VALUES (session_user, btrim(p_named), p_purpose, v_child, v_review, p_reason, pages)
  RETURNING id INTO opening;
  INSERT INTO hub.audit (operator, did, child, about, many)
  VALUES (session_user, 'escrow_' || p_purpose, v_child, opening::text, pages);
EXCEPTION WHEN check_violation OR not_null_violation THEN
  PERFORM hub.refuse('malformed');
END
$$;

-- The opening that someone asked for a moment ago. That it was asked for stands, whatever becomes
-- of this transaction: this one has written nothing yet, so what it sees was committed before.
CREATE FUNCTION hub_office.asked(p_opening bigint, p_purpose text) RETURNS hub.escrow_opening
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_opening hub.escrow_opening;
BEGIN
  SELECT * INTO v_opening FROM hub.escrow_opening
   WHERE id = p_opening AND operator = session_user
     AND p_purpose IN (purpose, '') AND at > clock_timestamp() - interval '10 minutes';
  IF NOT FOUND OR pg_current_xact_id_if_assigned() IS NOT NULL THEN
    PERFORM hub.refuse('not_asked');
  END IF;
  RETURN v_opening;
END
$$;

-- The second step: the boxes, oldest first, with what stands beside them in the open.
CREATE FUNCTION hub_office.sealed_pages(p_opening bigint) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_opening hub.escrow_opening := hub_office.asked(p_opening, '');
BEGIN
  RETURN QUERY
    SELECT json_build_object(
             'id', r.id, 'child', r.child, 'review', r.review, 'entity', r.entity, 'kind', r.kind,
             'withdrawn', r.withdrawn, 'author', r.body::json ->> 'author',
             'made_at', r.body::json ->> 'made_at', 'sent_by', b.person_name,
             'received_at', hub.iso(b.received_at), 'sealed', r.body::json -> 'sealed'
           )::text
      FROM hub.revision r
      JOIN hub.bundle b ON b.serial = r.bundle
     WHERE r.child = v_opening.child
       AND (v_opening.review IS NULL OR r.review = v_opening.review)
       AND hub.is_sealed(r.body)
     ORDER BY r.seq;
END
$$;

-- For whom keys may be sealed again: the devices of the child's own IRO now, by their public keys.
CREATE FUNCTION hub_office.readers_of(p_child text) RETURNS TABLE (device text, key text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT d.id, d.sealing_key
      FROM hub.device d
      JOIN hub.person p ON p.id = d.person AND p.deactivated_at IS NULL
      JOIN hub.allocation a ON a.person = d.person AND a.access = 'own' AND a.ended_at IS NULL
     WHERE a.child = hub_office.known_child(p_child) AND d.revoked_at IS NULL
     ORDER BY d.id;
END
$$;

-- Keys of sealed pages for those devices. `p_grants` is a JSON list of revision, device and key.
CREATE FUNCTION hub_office.give_keys(p_opening bigint, p_grants text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub_office, pg_temp AS $$
DECLARE
  v_opening hub.escrow_opening := hub_office.asked(p_opening, 'grant');
  v_given bigint;
BEGIN
  INSERT INTO hub.sealing_grant AS held (revision, device, child, key, given_by)
  SELECT DISTINCT ON (r.id, d.device) r.id, d.device, r.child, g.key, NULL
    FROM json_to_recordset(p_grants::json) AS g (revision text, device text, key text)
    JOIN hub.revision r ON r.id = hub.uuid_of(g.revision) AND r.child = v_opening.child
    JOIN hub_office.readers_of(v_opening.child::text) AS d ON d.device = g.device
  ON CONFLICT (revision, device) DO UPDATE
    SET key = excluded.key, given_by = NULL, given_at = excluded.given_at;
  GET DIAGNOSTICS v_given = ROW_COUNT;
  IF v_given < json_array_length(p_grants::json) THEN
    PERFORM hub.refuse('malformed');
  END IF;
  INSERT INTO hub.audit (operator, did, child, about, many)
  VALUES (session_user, 'grant', v_opening.child, v_opening.id::text, v_given);
  RETURN v_given;
END
$$;

CREATE VIEW hub_office.escrow_openings AS
  SELECT id, at, operator, named, purpose, child::text, review::text, reason, pages
    FROM hub.escrow_opening;
