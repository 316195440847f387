-- As in 0011, but no more locks than a push has bundles: a server's table of locks is everybody's, and
-- whoever fills it stops all of them.
CREATE OR REPLACE FUNCTION hub.begin_push(p_token text, p_children text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_lock bigint;
BEGIN
  PERFORM hub.identify(p_token);
  IF cardinality(p_children) > 200 THEN
    PERFORM hub.refuse('too_large');
  END IF;
  FOR v_lock IN
    SELECT DISTINCT hub.lock_of(c) FROM unnest(p_children) AS c WHERE c IS NOT NULL ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock(v_lock);
  END LOOP;
END
$$;
