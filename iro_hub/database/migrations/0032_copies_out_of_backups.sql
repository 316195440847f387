-- A laptop whose store came out of its own backup is a device that the hub does not know. Where
-- access to a child ended meanwhile, nobody told that device to wipe the copy it has: it hears
-- nothing of the child, takes that for a hub that lost it, and sends all of it again. So whoever
-- sends what they may no longer write has a copy, and is told to wipe it; and what the hub has
-- already is no more work for the manager.

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

CREATE OR REPLACE FUNCTION hub.keep_aside(
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
