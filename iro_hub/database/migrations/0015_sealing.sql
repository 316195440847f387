-- Pages that are only for a child's own IRO are sealed on the laptop. The hub knows public keys and
-- boxes, and can open none.

-- Keys of sealed revisions that one device of an IRO gave to another of theirs.
CREATE TABLE hub.sealing_grant (
  revision  uuid NOT NULL,
  device    text COLLATE "C" NOT NULL REFERENCES hub.device,
  child     uuid NOT NULL REFERENCES hub.child,
  key       text NOT NULL CHECK (length(key) <= 1000),
  given_by  text COLLATE "C" REFERENCES hub.device,  -- none: the council's key gave it
  given_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (revision, device)
);
CREATE INDEX sealing_grant_of_device ON hub.sealing_grant (device, child);

-- For whom to seal: the devices of the child's own IRO, and the escrow key where there is one. Also
-- for whoever hands over what is unsent after their access ended. Of a child that the hub does not
-- know yet, the IRO who is about to tell of it is the child's.
CREATE FUNCTION hub.sealing_keys(p_token text, p_child text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.identify(p_token);
  v_child uuid := hub.uuid_of(p_child);
  v_is_known boolean := EXISTS (SELECT FROM hub.child WHERE id = v_child);
  v_keys json;
BEGIN
  IF NOT hub.might_write(v_caller, v_child, v_is_known) THEN
    PERFORM hub.refuse('not_yours');
  END IF;
  SELECT json_object_agg(k.device, k.key ORDER BY k.device)
    INTO v_keys
    FROM (
      SELECT d.id, d.sealing_key
        FROM hub.device d
        JOIN hub.person p ON p.id = d.person AND p.deactivated_at IS NULL
       WHERE d.revoked_at IS NULL
         AND CASE
           WHEN v_is_known THEN d.person IN (
             SELECT a.person FROM hub.allocation a
              WHERE a.child = v_child AND a.access = 'own' AND a.ended_at IS NULL
           )
           ELSE d.person = v_caller.person
         END
      UNION ALL
      SELECT 'escrow', escrow_key FROM hub.itself WHERE escrow_key <> ''
    ) AS k (device, key);
  PERFORM hub.note(v_caller, 'sealing_keys', v_child, 0);
  RETURN json_build_object('child', v_child, 'keys', coalesce(v_keys, '{}'));
END
$$;

-- Keys for another device of the same IRO. `p_grants` is a JSON list of Grant.
CREATE FUNCTION hub.grant(p_token text, p_child text, p_grants text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
  v_standing hub.standing := hub.seen_child(v_caller, p_child);
  v_given bigint;
BEGIN
  IF v_standing.access <> 'own' THEN
    PERFORM hub.refuse('not_your_role');
  END IF;
  INSERT INTO hub.sealing_grant AS held (revision, device, child, key, given_by)
  SELECT DISTINCT ON (r.id, d.id) r.id, d.id, r.child, g.key, v_caller.device
    FROM json_to_recordset(p_grants::json) AS g (revision text, device text, key text)
    JOIN hub.revision r ON r.id = hub.uuid_of(g.revision) AND r.child = v_standing.child
    JOIN hub.device d ON d.id = g.device AND d.person = v_caller.person AND d.revoked_at IS NULL
  ON CONFLICT (revision, device) DO UPDATE
    SET key = excluded.key, given_by = excluded.given_by, given_at = excluded.given_at;
  GET DIAGNOSTICS v_given = ROW_COUNT;
  IF v_given < json_array_length(p_grants::json) THEN
    PERFORM hub.refuse('not_found');
  END IF;
  PERFORM hub.note(v_caller, 'grant', v_standing.child, v_given);
END
$$;

-- Keys that another device gave to the calling one.
CREATE FUNCTION hub.grants(p_token text, p_child text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
  v_standing hub.standing := hub.seen_child(v_caller, p_child);
  v_keys json;
  v_many bigint;
BEGIN
  SELECT json_object_agg(g.revision, g.key), count(*) INTO v_keys, v_many
    FROM hub.sealing_grant g
   WHERE g.device = v_caller.device AND g.child = v_standing.child;
  PERFORM hub.note(v_caller, 'grants', v_standing.child, v_many);
  RETURN json_build_object('child', v_standing.child, 'keys', coalesce(v_keys, '{}'));
END
$$;
